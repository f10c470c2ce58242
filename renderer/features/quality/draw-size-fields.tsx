import { CONFIDENCES, confidenceNear } from '#shared/quality/confidence';
import type { Plan } from '../../data/plan.ts';
import { formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import type { DrawValues } from './draw-values.ts';
import css from './draw.module.css';
import { useLoggedAccuracy } from './use-logged-accuracy.ts';

interface SizeFieldsProps {
  readonly plan: Plan;
  readonly values: DrawValues;
  readonly onChange: (part: Partial<DrawValues>) => void;
}

/** By how exact it is to be, or by a share of what there is. */
export function SizeFields({ plan, values, onChange }: SizeFieldsProps) {
  return (
    <div className={css['size']}>
      <Segmented
        label={t('quality.draw.sizedBy')}
        value={values.sizedBy}
        options={[
          { value: 'interval', label: t('quality.draw.byInterval') },
          { value: 'share', label: t('quality.draw.byShare') },
        ]}
        onChange={(sizedBy) => onChange({ sizedBy })}
      />
      <div className={css['triple']}>
        {values.sizedBy === 'interval' ? (
          <IntervalFields plan={plan} values={values} onChange={onChange} />
        ) : (
          <NumberField
            label={t('quality.draw.share')}
            value={values.sharePercent}
            min={0.1}
            max={100}
            suffix={t('quality.draw.percent')}
            onChange={(sharePercent) => onChange({ sharePercent })}
          />
        )}
        <Select
          label={t('quality.draw.confidence')}
          value={String(values.confidence)}
          options={CONFIDENCES.map((each) => ({ value: String(each), label: formatRatio(each) }))}
          onChange={(value) => onChange({ confidence: confidenceNear(Number(value)) })}
        />
      </div>
    </div>
  );
}

function IntervalFields({ plan, values, onChange }: SizeFieldsProps) {
  const logged = useLoggedAccuracy(plan, values)?.of(values.outcomeId, values.memberId);
  return (
    <>
      <NumberField
        label={t('quality.draw.halfWidth')}
        value={values.halfWidthPoints}
        min={0.5}
        max={50}
        suffix={t('quality.draw.points')}
        onChange={(halfWidthPoints) => onChange({ halfWidthPoints })}
      />
      <NumberField
        label={t('quality.draw.expected')}
        value={values.expectedPercent}
        min={0}
        max={100}
        suffix={t('quality.draw.percent')}
        description={
          logged
            ? t('quality.draw.expectedLogged', { ratio: formatRatio(logged.ratio) })
            : t('quality.draw.expectedOpen')
        }
        onChange={(expectedPercent) => onChange({ expectedPercent })}
      />
    </>
  );
}
