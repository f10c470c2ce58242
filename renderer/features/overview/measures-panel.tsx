import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useMemo } from 'react';
import type { MeasureRow } from '#shared/metrics/measure-rows';
import { measureRows } from '#shared/metrics/measure-rows';
import type { OverviewLine } from '#shared/metrics/overview';
import type { DayRange } from '#shared/metrics/period';
import type { TermsBook } from '#shared/metrics/terms';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { Plan } from '../../data/plan.ts';
import { formatNumber } from '../../i18n/format.ts';
import { measureInShort, readingWords } from '../../i18n/measure-words.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { DrillPeriod } from '../../app/parts/drill-down.ts';
import css from './measures-panel.module.css';

interface MeasuresPanelProps {
  readonly plan: Plan;
  readonly lines: readonly OverviewLine[];
  readonly open: readonly Deliverable[];
  readonly terms: TermsBook;
  readonly range: DayRange;
  readonly nowMs: number;
  readonly period: DrillPeriod;
}

const MARKS = {
  met: <CircleCheck size={15} strokeWidth={1.75} aria-hidden />,
  missed: <CircleAlert size={15} strokeWidth={1.75} aria-hidden />,
  unknown: <CircleDashed size={15} strokeWidth={1.75} aria-hidden />,
} as const;

/** Every measure of an outcome but its quantity, which has a panel of its own: where it stands, on how many, and what was wanted. */
export function MeasuresPanel({
  plan,
  lines,
  open,
  terms,
  range,
  nowMs,
  period,
}: MeasuresPanelProps) {
  const rows = useMemo(
    () => measureRows({ outcomes: plan.outcomes, lines, open, terms, range, nowMs }),
    [plan, lines, open, terms, range, nowMs],
  );
  if (rows.length === 0) return null;
  const metCount = rows.filter(({ reading }) => reading.isMet === true).length;
  const readCount = rows.filter(({ reading }) => reading.isMet !== null).length;
  return (
    <Panel
      title={t('overview.measures.title')}
      note={t('overview.measures.note', { met: metCount, count: readCount })}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['name']}>
              {t('overview.output.what')}
            </th>
            <th scope="col">{t('overview.measures.wanted')}</th>
            <th scope="col" className={css['value']}>
              {t('overview.measures.now')}
            </th>
            <th scope="col" className={css['state']}>
              {t('overview.measures.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row
              key={`${row.outcome.id} ${String(row.at)}`}
              row={row}
              isFirst={rows[at - 1]?.outcome !== row.outcome}
              currency={plan.workspace?.currency ?? 'USD'}
              period={period}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface RowProps {
  readonly row: MeasureRow;
  /** Of its outcome: the name stands once. */
  readonly isFirst: boolean;
  readonly currency: string;
  readonly period: DrillPeriod;
}

function Row({ row, isFirst, currency, period }: RowProps) {
  const { outcome, measure, reading } = row;
  const { value, n, interval, isMet } = reading;
  const state = isMet === null ? 'unknown' : isMet ? 'met' : 'missed';
  const words = (amount: number): string => readingWords(measure, amount, currency);
  return (
    <tr data-first={isFirst || undefined}>
      <th scope="row" className={css['name']}>
        <button
          type="button"
          className={isFirst ? css['link'] : css['again']}
          onClick={() => drillDown(period, { outcomeId: outcome.id, stage: 'completed' })}
        >
          {outcome.name}
        </button>
      </th>
      <td className={css['wanted']}>{measureInShort(measure, { unit: outcome.unit, currency })}</td>
      <td
        className={css['value']}
        data-tooltip={
          interval
            ? t('overview.measures.interval', {
                low: words(interval.low),
                high: words(interval.high),
              })
            : undefined
        }
      >
        {value === null ? '–' : words(value)}
        {value !== null && (
          <small className={css['count']}>
            {t('overview.output.withCount', { count: formatNumber(n) })}
          </small>
        )}
      </td>
      <td className={css['state']} data-state={state}>
        <span className={css['mark']}>
          {MARKS[state]}
          {t(`overview.measures.${state}`)}
        </span>
      </td>
    </tr>
  );
}
