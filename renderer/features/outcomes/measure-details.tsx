import { quantileWords } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './measure-card.module.css';
import type { MeasureFieldsProps } from './measure-card.tsx';
import { problemAt } from './problem-words.ts';

const QUANTILES = [0.5, 0.85, 0.95] as const;

/** By how many a time is held: half, most, nearly all. One that came from elsewhere is offered too. */
export function QuantileField({ measure, onChange }: MeasureFieldsProps) {
  const quantiles = [...new Set([...QUANTILES, measure.quantile])].toSorted((a, b) => a - b);
  return (
    <Select
      label={t('outcomes.measure.quantile')}
      value={String(measure.quantile)}
      onChange={(quantile) => onChange({ ...measure, quantile: Number(quantile) })}
      options={quantiles.map((quantile) => ({
        value: String(quantile),
        label: quantileWords(quantile),
      }))}
    />
  );
}

export function ScaleField({ measure, index, problems, onChange }: MeasureFieldsProps) {
  return (
    <NumberField
      label={t('outcomes.measure.scale')}
      value={measure.scaleMax}
      error={problemAt(problems, `measure.${index}.scale`)}
      onChange={(scaleMax) => onChange({ ...measure, scaleMax })}
    />
  );
}

/** The two counts of a ratio: "adopted" of "recommendations made". */
export function CountsFields({ measure, index, problems, onChange }: MeasureFieldsProps) {
  const error = problemAt(problems, `measure.${index}.names`);
  const isPartMissing = measure.partName.trim() === '';
  return (
    <div className={css['counts']}>
      <TextField
        label={t('outcomes.measure.part')}
        placeholder={t('outcomes.measure.partPlaceholder')}
        value={measure.partName}
        error={isPartMissing ? error : undefined}
        onChange={(partName) => onChange({ ...measure, partName })}
        maxLength={60}
      />
      <TextField
        label={t('outcomes.measure.whole')}
        placeholder={t('outcomes.measure.wholePlaceholder')}
        value={measure.wholeName}
        error={isPartMissing ? undefined : error}
        onChange={(wholeName) => onChange({ ...measure, wholeName })}
        maxLength={60}
      />
    </div>
  );
}

export function SamplingFields({ measure, index, problems, onChange }: MeasureFieldsProps) {
  return (
    <>
      <Select
        label={t('outcomes.measure.sampling')}
        value={measure.isSampled ? 'share' : 'all'}
        onChange={(sampling) => onChange({ ...measure, isSampled: sampling === 'share' })}
        options={[
          { value: 'all', label: t('outcomes.measure.samplingAll') },
          { value: 'share', label: t('outcomes.measure.samplingShare') },
        ]}
      />
      {measure.isSampled && (
        <NumberField
          label={t('outcomes.measure.share')}
          suffix="%"
          value={measure.samplePercent}
          error={problemAt(problems, `measure.${index}.sample`)}
          onChange={(samplePercent) => onChange({ ...measure, samplePercent })}
        />
      )}
    </>
  );
}
