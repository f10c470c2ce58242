import { unitOfKind } from '#shared/plan/measure-kinds';
import { t } from '../../i18n/text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import css from './measure-card.module.css';
import type { MeasureFieldsProps } from './measure-card.tsx';
import { problemAt } from './problem-words.ts';
import { TimeUnitSelect } from './time-unit-select.tsx';

interface TargetFieldProps extends MeasureFieldsProps {
  readonly unit: string;
  readonly currency: string;
  readonly moneyDigits: number;
}

/** A target as people say it: 99 %, 4 hours, 12.50 USD, 40 listings. */
export function TargetField({
  measure,
  index,
  unit,
  currency,
  moneyDigits,
  problems,
  onChange,
}: TargetFieldProps) {
  const unitOf = unitOfKind(measure.kind);
  const suffix = { count: unit, time: '', percent: '%', score: '', money: currency }[unitOf];
  const step = { count: 1, time: 1, percent: 0.5, score: 0.1, money: 1 }[unitOf];
  return (
    <div data-target className={css['target']} data-with-unit={unitOf === 'time' || undefined}>
      <NumberField
        label={t(`outcomes.measure.target.${unitOf}`)}
        value={measure.target}
        suffix={suffix === '' ? undefined : suffix}
        step={unitOf === 'money' && moneyDigits === 0 ? 100 : step}
        error={problemAt(problems, `measure.${index}.target`)}
        onChange={(target) => onChange({ ...measure, target })}
      />
      {unitOf === 'time' && (
        <TimeUnitSelect
          value={measure.timeUnit}
          onChange={(timeUnit) => onChange({ ...measure, timeUnit })}
        />
      )}
    </div>
  );
}
