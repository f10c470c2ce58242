import { useState } from 'react';
import { minorDigits } from '#shared/deliverables/log-line-amounts';
import type { Result } from '#shared/deliverables/measured-results';
import { RESULTS, measureOf, measuredResults } from '#shared/deliverables/measured-results';
import type { Outcome } from '#shared/plan/outcome';
import { t } from '../../../i18n/text.ts';
import type { EntryValues } from '../../../services/deliverables.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { isRatioWrong } from './ratio.ts';
import css from './result-fields.module.css';

export type ResultValues = Pick<
  EntryValues,
  'errors' | 'score' | 'partCount' | 'wholeCount' | 'valueMinor' | 'costMinor'
>;

interface ResultFieldsProps {
  readonly outcome: Outcome | undefined;
  readonly currency: string;
  readonly values: ResultValues;
  readonly onChange: (change: Partial<ResultValues>) => void;
}

/** What came of work, beside how much: what its outcome is measured by, and the rest behind a press. */
export function ResultFields({ outcome, currency, values, onChange }: ResultFieldsProps) {
  const [hasMore, setHasMore] = useState(false);
  const measured = measuredResults(outcome);
  const shown = RESULTS.filter(
    (result) => hasMore || measured.includes(result) || isSaid(result, values),
  );
  const fields: Readonly<Record<Result, React.ReactNode>> = {
    errors: (
      <NumberField
        label={t('log.form.errors')}
        description={t('log.form.errorsHint')}
        value={values.errors}
        min={0}
        max={1_000_000}
        onChange={(errors) => onChange({ errors })}
      />
    ),
    score: <Score outcome={outcome} values={values} onChange={onChange} />,
    ratio: <Ratio outcome={outcome} values={values} onChange={onChange} />,
    value: (
      <Money
        label={t('log.form.value', { currency })}
        currency={currency}
        minor={values.valueMinor}
        onChange={(valueMinor) => onChange({ valueMinor })}
      />
    ),
    cost: (
      <Money
        label={t('log.form.cost', { currency })}
        currency={currency}
        minor={values.costMinor}
        onChange={(costMinor) => onChange({ costMinor })}
      />
    ),
  };
  return (
    <>
      {shown.map((result) => (
        <div key={result}>{fields[result]}</div>
      ))}
      {shown.length < RESULTS.length && (
        <div className={css['more']}>
          <Button size="sm" variant="quiet" onClick={() => setHasMore(true)}>
            {t('log.form.moreResults')}
          </Button>
        </div>
      )}
    </>
  );
}

const isSaid = (result: Result, values: ResultValues): boolean => {
  switch (result) {
    case 'errors':
      return values.errors !== null;
    case 'score':
      return values.score !== null;
    case 'ratio':
      return values.partCount !== null || values.wholeCount !== null;
    case 'value':
      return values.valueMinor !== null;
    case 'cost':
      return values.costMinor !== null;
  }
};

type FieldProps = Omit<ResultFieldsProps, 'currency'>;

function Score({ outcome, values, onChange }: FieldProps) {
  const scaleMax = measureOf(outcome, 'score')?.scaleMax;
  return (
    <NumberField
      label={t('log.form.score')}
      value={values.score}
      min={0}
      max={scaleMax ?? 1_000}
      step={0.1}
      suffix={scaleMax === undefined ? undefined : t('log.form.outOf', { max: scaleMax })}
      onChange={(score) => onChange({ score })}
    />
  );
}

function Ratio({ outcome, values, onChange }: FieldProps) {
  const measure = measureOf(outcome, 'ratio');
  return (
    <div className={css['ratio']}>
      <NumberField
        label={measure?.partName ? capitalized(measure.partName) : t('log.form.part')}
        value={values.partCount}
        min={0}
        max={1_000_000}
        error={isRatioWrong(values) ? t('log.form.ratioError') : undefined}
        onChange={(partCount) => onChange({ partCount })}
      />
      <NumberField
        label={t('log.form.whole', { name: measure?.wholeName || t('log.form.all') })}
        value={values.wholeCount}
        min={0}
        max={1_000_000}
        onChange={(wholeCount) => onChange({ wholeCount })}
      />
    </div>
  );
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

interface MoneyProps {
  readonly label: string;
  readonly currency: string;
  readonly minor: number | null;
  readonly onChange: (minor: number | null) => void;
}

function Money({ label, currency, minor, onChange }: MoneyProps) {
  const unitsOfMinor = 10 ** minorDigits(currency);
  return (
    <NumberField
      label={label}
      value={minor === null ? null : minor / unitsOfMinor}
      min={0}
      max={1_000_000_000}
      onChange={(value) => onChange(value === null ? null : Math.round(value * unitsOfMinor))}
    />
  );
}
