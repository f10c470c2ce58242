import { useMemo, useState } from 'react';
import { ageingOf } from '#shared/metrics/insights/ageing';
import type { AgedItem } from '#shared/metrics/insights/ageing';
import { drillDown } from '../../../app/parts/drill-down.ts';
import type { Entry } from '../../../data/entry.ts';
import { formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { PlotArea } from '../../../ui/charts/plot-area.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { AgeingPlot, LABEL_PX, ROW_PX, dotPlace } from './ageing-plot.tsx';
import { ageingDots, ageingRows } from './ageing-rows.ts';
import { AgedList } from './aged-list.tsx';
import css from './flow.module.css';
import { FlowFigure } from './flow-figure.tsx';
import { WORK_COLUMNS } from './flow-table.ts';
import type { FlowTable } from './flow-table.ts';
import { memberName, titleOf, workCells } from './flow-names.ts';
import { limited } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';
import { nearestIndex } from './nearest.ts';
import { openWork } from './open-entry.ts';
import { usePastMarks } from './use-past-marks.ts';

interface AgeingPanelProps {
  readonly flow: FlowScope;
  readonly open: readonly Entry[];
}

/** More outcomes than these are in the table alone. */
const MOST_ROWS = 10;
const FRAME_PX = 34;

/** How old each open deliverable is against the past of its outcome. */
export function AgeingPanel({ flow, open }: AgeingPanelProps) {
  const marksOf = usePastMarks(flow.today);
  const { terms, nowMs } = flow;
  const [at, setAt] = useState<number | null>(null);
  const aged = useMemo(
    () => marksOf && ageingOf(open, terms, marksOf, nowMs),
    [open, terms, marksOf, nowMs],
  );
  const rows = useMemo(() => ageingRows(aged ?? []).slice(0, MOST_ROWS), [aged]);
  const dots = useMemo(() => ageingDots(rows), [rows]);
  const table = useMemo(() => tableOf(flow, aged ?? []), [flow, aged]);
  if (!aged) return <LoadingState label={t('insightsFlow.ageing.loading')} />;
  const begun = open.filter(({ startedAtMs }) => startedAtMs !== null).length;
  const shown = at === null ? undefined : dots[at]?.item;
  const withoutPast = aged.length - dots.length;
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.ageing.title')}
      note={t('insightsFlow.ageing.note', { begun, waiting: open.length - begun })}
      definition={t('insightsFlow.define.ageing')}
      legend={[
        { key: 'cycle', label: t('insightsFlow.ageing.begun'), tone: 'accent', mark: 'dot' },
        { key: 'blocked', label: t('insightsFlow.ageing.blocked'), tone: 'bad', mark: 'dot' },
        { key: 'waiting', label: t('insightsFlow.ageing.notBegun'), tone: 'faint', mark: 'dot' },
      ]}
      reading={shown ? ageWords(flow, shown) : undefined}
      actions={
        <Button
          size="sm"
          variant="quiet"
          onClick={() => drillDown(flow.period, limited(flow, { stage: 'open' }))}
        >
          {t('insightsFlow.ageing.openAll')}
        </Button>
      }
      empty={open.length === 0 ? t('insightsFlow.ageing.empty') : undefined}
      table={table}
    >
      <div className={css['columns']}>
        <div>
          {dots.length > 0 && (
            <PlotArea
              label={t('insightsFlow.ageing.title')}
              heightPx={rows.length * ROW_PX + FRAME_PX}
              leftPx={LABEL_PX}
              belowPx={FRAME_PX}
              cursor={{
                count: dots.length,
                at,
                onMove: setAt,
                nearest: (xPx, yPx, frame) =>
                  nearestIndex(
                    dots.map((dot) => dotPlace(dot, frame)),
                    xPx,
                    yPx,
                  ),
                wordsAt: (index) => {
                  const item = dots[index]?.item;
                  return item ? ageWords(flow, item) : '';
                },
                onOpen: (index) => {
                  const item = dots[index]?.item;
                  if (item) openWork(item.deliverable);
                },
              }}
            >
              {(frame) => <AgeingPlot frame={frame} flow={flow} rows={rows} dots={dots} at={at} />}
            </PlotArea>
          )}
          {withoutPast > 0 && (
            <p className={css['aside']}>{t('insightsFlow.ageing.more', { count: withoutPast })}</p>
          )}
        </div>
        <AgedList flow={flow} aged={aged} />
      </div>
    </FlowFigure>
  );
}

const ageWords = ({ plan }: FlowScope, { deliverable, basis, ageMs, against }: AgedItem): string =>
  [
    titleOf(plan, deliverable),
    memberName(plan, deliverable.memberId),
    t(`insightsFlow.ageing.age.${basis}`, { age: formatWorkTime(ageMs) }),
    against ? t('insightsFlow.ageing.usual', { p85: formatWorkTime(against.marks.p85Ms) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');

const tableOf = ({ plan }: FlowScope, aged: readonly AgedItem<Entry>[]): FlowTable => ({
  columns: [
    ...WORK_COLUMNS(),
    { title: t('insightsFlow.ageing.ageColumn'), kind: 'duration' },
    { title: t('insightsFlow.p50'), kind: 'duration' },
    { title: t('insightsFlow.p85'), kind: 'duration' },
    { title: t('insightsFlow.p95'), kind: 'duration' },
    { title: t('insightsFlow.count'), kind: 'number' },
  ],
  rows: aged.map(({ deliverable, ageMs, against }) => ({
    key: deliverable.id,
    cells: [
      ...workCells(plan, deliverable),
      ageMs,
      against?.marks.p50Ms ?? null,
      against?.marks.p85Ms ?? null,
      against?.marks.p95Ms ?? null,
      against?.marks.count ?? null,
    ],
    onOpen: () => openWork(deliverable),
  })),
});
