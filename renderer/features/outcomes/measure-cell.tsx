import type { MeasureReading } from '#shared/metrics/measures';
import type { Measure, Outcome } from '#shared/plan/outcome';
import { slasOn } from '#shared/plan/outcome';
import type { DayKey } from '#shared/day';
import { measureInShort, promiseWords, readingWords } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import css from './measure-cell.module.css';
import { isSum } from './is-sum.ts';
import type { ReadMonth } from './use-readings.ts';

interface MeasureCellProps {
  readonly outcome: Outcome;
  readonly currency: string;
  readonly today: DayKey;
  readonly read: ReadMonth;
}

/** What an outcome is judged by, each measure with what it has come to this month; then its promises. */
export function MeasureCell({ outcome, currency, today, read }: MeasureCellProps) {
  const { id, unit, measures } = outcome;
  const promises = slasOn(outcome, today);
  return (
    <ul className={css['measures']}>
      {measures.length === 0 && <li className={css['none']}>{t('outcomes.noMeasure')}</li>}
      {measures.map((measure, index) => {
        const reading = read(id, measure);
        // A month's sum beside a day's target says nothing of whether it is kept: Overview weighs that.
        const isMet = isSum(measure.kind) ? null : (reading?.isMet ?? null);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a list of measures has no other identity
          <li key={index} className={css['measure']}>
            <span className={css['words']}>{measureInShort(measure, { unit, currency })}</span>
            <Reading reading={reading} measure={measure} isMet={isMet} currency={currency} />
          </li>
        );
      })}
      {promises.map((sla) => (
        <li key={sla.to} className={css['promise']}>
          {promiseWords(sla)}
        </li>
      ))}
    </ul>
  );
}

interface ReadingProps {
  readonly reading: MeasureReading | undefined;
  readonly measure: Measure;
  readonly isMet: boolean | null;
  readonly currency: string;
}

function Reading({ reading, measure, isMet, currency }: ReadingProps) {
  const value = reading?.value ?? null;
  if (value === null) return <span className={css['reading']}>{t('outcomes.noReading')}</span>;
  return (
    <span
      className={css['reading']}
      data-met={isMet ?? undefined}
      data-tooltip={t('outcomes.readingOf', { count: reading?.n ?? 0 })}
    >
      {readingWords(measure, value, currency)}
    </span>
  );
}
