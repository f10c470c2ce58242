import type { DensityCell, TimePoint } from '#shared/metrics/insights/scatter';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { formatDay, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { bucketLabel } from '../bucket-words.ts';
import { memberName, outcomeName } from './flow-names.ts';
import { openDays } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';
import type { FlowTable } from './flow-table.ts';
import type { Times } from './use-times.ts';

export const pointWords = (
  { plan }: FlowScope,
  { day, ms, memberId, outcomeId }: TimePoint,
): string =>
  [
    formatDay(day),
    formatWorkTime(ms),
    memberName(plan, memberId),
    outcomeName(plan, outcomeId),
  ].join(' · ');

export const cellWords = (flow: FlowScope, { buckets }: Figures, cell: DensityCell): string => {
  const bucket = buckets[cell.bucket];
  return t('insightsFlow.scatter.cell', {
    when: bucket ? bucketLabel(bucket, flow.bucket) : '',
    from: formatWorkTime(cell.fromMs),
    to: formatWorkTime(cell.toMs),
    count: cell.count,
  });
};

export function openCell(flow: FlowScope, { buckets }: Figures, { bucket }: DensityCell): void {
  const range = buckets[bucket];
  if (range) openDays(flow, range, { stage: 'completed' });
}

export const openPoint = (flow: FlowScope, { day, memberId, outcomeId }: TimePoint): void =>
  openDays(flow, { fromDay: day, toDay: day }, { memberId, outcomeId, stage: 'completed' });

export const timesTable = (
  flow: FlowScope,
  figures: Figures,
  { points, cells }: Pick<Times, 'points' | 'cells'>,
): FlowTable =>
  cells.length > 0 ? densityTable(flow, figures, cells) : pointTable(flow, points ?? []);

const pointTable = (flow: FlowScope, points: readonly TimePoint[]): FlowTable => ({
  columns: [
    { title: t('insightsFlow.day'), kind: 'day' },
    { title: t('insightsFlow.member'), kind: 'text' },
    { title: t('insightsFlow.outcome'), kind: 'text' },
    { title: t('insightsFlow.scatter.time'), kind: 'duration' },
  ],
  rows: points.map((point, index) => ({
    key: String(index),
    cells: [
      point.day,
      memberName(flow.plan, point.memberId),
      outcomeName(flow.plan, point.outcomeId),
      point.ms,
    ],
    onOpen: () => openPoint(flow, point),
  })),
});

const densityTable = (
  flow: FlowScope,
  figures: Figures,
  cells: readonly DensityCell[],
): FlowTable => ({
  columns: [
    { title: t('ui.period'), kind: 'day' },
    { title: t('insightsFlow.scatter.longerThan'), kind: 'duration' },
    { title: t('insightsFlow.scatter.upTo'), kind: 'duration' },
    { title: t('insightsFlow.scatter.pieces'), kind: 'number' },
  ],
  rows: cells.map((cell, index) => ({
    key: String(index),
    cells: [figures.buckets[cell.bucket]?.fromDay ?? null, cell.fromMs, cell.toMs, cell.count],
    onOpen: () => openCell(flow, figures, cell),
  })),
});
