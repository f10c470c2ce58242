import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { DraftProblems } from '#shared/plan/draft-problems';
import { canBeSampled, unitOfKind } from '#shared/plan/measure-kinds';
import type { MeasureDraft } from '#shared/plan/measure-draft';
import { measureOf, withKind } from '#shared/plan/measure-draft';
import { MEASURE_KINDS, PERIODS } from '#shared/plan/outcome';
import { measureSentence } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import css from './measure-card.module.css';
import { CountsFields, QuantileField, SamplingFields, ScaleField } from './measure-details.tsx';
import { TargetField } from './target-field.tsx';

export interface MeasureFieldsProps {
  readonly measure: MeasureDraft;
  readonly index: number;
  readonly problems: DraftProblems;
  readonly onChange: (measure: MeasureDraft) => void;
}

interface MeasureCardProps extends MeasureFieldsProps {
  readonly unit: string;
  readonly currency: string;
  readonly moneyDigits: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One measure: what it says as a sentence, and below it the fields that say it. */
export function MeasureCard(props: MeasureCardProps) {
  const { measure, index, count, unit, currency, moneyDigits, onChange, onMove, onRemove } = props;
  const said = measureOf(measure, moneyDigits);
  const kind = t(`measures.kind.${measure.kind}`);
  const terms = { unit: unit.trim() || t('log.items'), currency };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    // Before the field under it: in a figure the arrows count.
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and an arrow move it from any of its fields
    <fieldset
      className={css['measure']}
      aria-label={t('outcomes.measure.title', { number: index + 1, kind })}
      onKeyDownCapture={onKeyDown}
    >
      <div className={css['head']}>
        <p className={css['sentence']} data-incomplete={!said || undefined}>
          {said ? measureSentence(said, terms) : t('outcomes.measure.incomplete')}
        </p>
        <IconButton
          size="sm"
          label={t('outcomes.measure.up')}
          shortcut="Alt+↑"
          icon={<ArrowUp size={15} aria-hidden />}
          isDisabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="sm"
          label={t('outcomes.measure.down')}
          shortcut="Alt+↓"
          icon={<ArrowDown size={15} aria-hidden />}
          isDisabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton
          size="sm"
          label={t('outcomes.measure.remove')}
          icon={<X size={15} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <div className={css['fields']}>
        <Select
          label={t('outcomes.measure.kind')}
          value={measure.kind}
          onChange={(next) => onChange(withKind(measure, next))}
          options={MEASURE_KINDS.map((value) => ({
            value,
            label: t(`measures.kind.${value}`),
            hint: t(`measures.kindHint.${value}`),
          }))}
        />
        <Select
          label={t('outcomes.measure.direction')}
          value={measure.direction}
          onChange={(direction) => onChange({ ...measure, direction })}
          options={[
            { value: 'atLeast', label: t('outcomes.measure.atLeast') },
            { value: 'atMost', label: t('outcomes.measure.atMost') },
          ]}
        />
        <TargetField {...props} />
        <Select
          label={t('outcomes.measure.period')}
          value={measure.period}
          onChange={(period) => onChange({ ...measure, period })}
          options={PERIODS.map((value) => ({ value, label: t(`measures.periods.${value}`) }))}
        />
      </div>
      <div className={css['details']}>
        {unitOfKind(measure.kind) === 'time' && <QuantileField {...props} />}
        {measure.kind === 'score' && <ScaleField {...props} />}
        {measure.kind === 'ratio' && <CountsFields {...props} />}
        {canBeSampled(measure.kind) && <SamplingFields {...props} />}
      </div>
    </fieldset>
  );
}
