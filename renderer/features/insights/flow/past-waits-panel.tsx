import { useMemo } from 'react';
import type { ReportColumn } from '#shared/exports/report-table';
import { pastWaits } from '#shared/metrics/insights/bottlenecks';
import type { PastWaits } from '#shared/metrics/insights/bottlenecks';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import { drillDown } from '../../../app/parts/drill-down.ts';
import { formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './flow.module.css';
import barsCss from './bars.module.css';
import { FlowFigure } from './flow-figure.tsx';
import type { FlowTable } from './flow-table.ts';
import { outcomeName } from './flow-names.ts';
import { limited } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';

interface PastWaitsPanelProps {
  readonly flow: FlowScope;
  readonly figures: Figures;
}

const MOST_ROWS = 8;

/** Where the work that was completed in these days had waited, and for whom. */
export function PastWaitsPanel({ flow, figures }: PastWaitsPanelProps) {
  const waits = useMemo(
    () =>
      pastWaits(
        figures.rows.map(({ outcomeId, totals }) => ({ outcomeId, amounts: totals.amounts })),
      ),
    [figures],
  );
  const most = waits[0]?.waitedMs ?? 0;
  const table = useMemo(() => tableOf(flow, waits), [flow, waits]);
  const completed = figures.rows.reduce((sum, { totals }) => sum + totals.amounts.count, 0);
  const total = (countOf: (each: PastWaits) => number): number =>
    waits.reduce((sum, each) => sum + countOf(each), 0);
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.pastWaits.title')}
      note={
        waits.length > 0 &&
        t('insightsFlow.pastWaits.note', {
          waited: total(({ waitedCount }) => waitedCount),
          count: completed,
          missed: t('insightsFlow.pastWaits.missed', {
            count: total(({ missedCount }) => missedCount),
          }),
        })
      }
      definition={t('insightsFlow.define.pastWaits')}
      legend={[
        { key: 'manager', label: t('insightsFlow.waits.on.manager'), tone: 'bad', mark: 'box' },
        { key: 'client', label: t('insightsFlow.waits.on.client'), tone: 'warn', mark: 'box' },
        {
          key: 'colleague',
          label: t('insightsFlow.waits.on.colleague'),
          tone: 'accent',
          mark: 'box',
        },
        { key: 'other', label: t('insightsFlow.pastWaits.other'), tone: 'faint', mark: 'box' },
      ]}
      empty={waits.length === 0 ? t('insightsFlow.pastWaits.empty') : undefined}
      table={table}
    >
      <ul className={barsCss['bars']}>
        {waits.slice(0, MOST_ROWS).map((each) => (
          <li key={each.outcomeId}>
            <button
              type="button"
              className={barsCss['barRow']}
              onClick={() => openPast(flow, each)}
            >
              <span className={barsCss['barName']}>{outcomeName(flow.plan, each.outcomeId)}</span>
              <span className={barsCss['waitBar']} aria-hidden>
                {each.by.map(({ on, waitedMs }) => (
                  <span
                    key={on}
                    data-on={on}
                    style={{ inlineSize: `${most > 0 ? (100 * waitedMs) / most : 0}%` }}
                  />
                ))}
              </span>
              <span className={css['number']}>{formatWorkTime(each.waitedMs)}</span>
              <span className={css['about']}>
                {t('insightsFlow.pastWaits.of', {
                  waited: each.waitedCount,
                  count: each.completedCount,
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {waits.length > MOST_ROWS && (
        <p className={css['aside']}>
          {t('insightsFlow.moreOutcomes', { count: waits.length - MOST_ROWS })}
        </p>
      )}
    </FlowFigure>
  );
}

const openPast = (flow: FlowScope, { outcomeId }: PastWaits): void =>
  drillDown(flow.period, limited(flow, { outcomeId, stage: 'completed' }));

const tableOf = (flow: FlowScope, waits: readonly PastWaits[]): FlowTable => ({
  columns: [
    { title: t('insightsFlow.outcome'), kind: 'text' },
    ...BLOCKED_ON.map((on): ReportColumn => ({
      title: t(`insightsFlow.waits.on.${on}`),
      kind: 'duration',
    })),
    { title: t('insightsFlow.pastWaits.waitedColumn'), kind: 'number' },
    { title: t('insightsFlow.pastWaits.completedColumn'), kind: 'number' },
    { title: t('insightsFlow.pastWaits.missedColumn'), kind: 'number' },
  ],
  rows: waits.map((each) => ({
    key: each.outcomeId,
    cells: [
      outcomeName(flow.plan, each.outcomeId),
      ...BLOCKED_ON.map((on) => each.by.find((wait) => wait.on === on)?.waitedMs ?? 0),
      each.waitedCount,
      each.completedCount,
      each.missedCount,
    ],
    onOpen: () => openPast(flow, each),
  })),
});
