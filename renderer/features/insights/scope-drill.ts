import type { FigureScope, Grouping } from '#shared/metrics/insights/group-by';
import type { DayRange } from '#shared/metrics/period';
import type { DrillPeriod, DrillSubject, DrillTarget } from '../../app/parts/drill-down.ts';
import { drillDown } from '../../app/parts/drill-down.ts';
import type { InsightsTabProps } from './tab-props.ts';

/** What figures of a group are made of: its own members or outcomes, and of the others what the filter leaves. */
export function subjectOf(
  scope: FigureScope,
  by: Grouping | 'line',
  lines: readonly { readonly memberId: string; readonly outcomeId: string }[],
): DrillSubject {
  const isOfMembers = by === 'member' || by === 'line';
  const memberIds = isOfMembers ? lines.map(({ memberId }) => memberId) : scope.memberIds;
  const outcomeIds = by === 'member' ? scope.outcomeIds : lines.map(({ outcomeId }) => outcomeId);
  return {
    ...(memberIds && { memberIds: [...new Set(memberIds)] }),
    ...(outcomeIds && { outcomeIds: [...new Set(outcomeIds)] }),
  };
}

/** What figures of the whole filter are made of. */
export const scopeSubject = ({ memberIds, outcomeIds }: FigureScope): DrillSubject => ({
  ...(memberIds && { memberIds: [...memberIds] }),
  ...(outcomeIds && { outcomeIds: [...outcomeIds] }),
});

/** The entries of the whole filter on the days of one bucket. */
export function openBucket(
  { figures, period, scope }: Pick<InsightsTabProps, 'figures' | 'period' | 'scope'>,
  at: number,
  target: DrillTarget,
): void {
  const range = figures.buckets[at];
  if (range) drillDown(inDays(period, range), { ...scopeSubject(scope), ...target });
}

export const inDays = (period: DrillPeriod, range: DayRange): DrillPeriod => ({
  ...period,
  kind: 'custom',
  range,
});
