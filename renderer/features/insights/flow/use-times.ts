import { useMemo } from 'react';
import { unitedDistribution } from '#shared/metrics/distribution';
import type { Distribution } from '#shared/metrics/distribution';
import type { DensityCell, TimePoint } from '#shared/metrics/insights/scatter';
import { densityOf, timeEdges, timePoints } from '#shared/metrics/insights/scatter';
import { timeMarks } from '#shared/metrics/insights/ageing';
import type { TimeMarks } from '#shared/metrics/insights/ageing';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { isInScope } from '#shared/metrics/insights/group-by';
import { useLive } from '../../../data/live.ts';
import { dayRows } from '../../../data/rollups.ts';
import type { FlowScope } from './flow-scope.ts';

/** What a scatter shows: from start to completion, or from request to completion; working time. */
export const TIME_KINDS = ['cycleWorkMs', 'turnaroundWorkMs'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

export interface Times {
  readonly count: number;
  readonly marks: TimeMarks | null;
  /** Where they are few: a point each. Undefined until they were read. */
  readonly points: readonly TimePoint[] | undefined;
  /** Where they are many: counted by bucket and length. */
  readonly cells: readonly DensityCell[];
}

/** More points than these lie on each other. */
const MOST_POINTS = 1_500;
const BANDS = 22;
const LEAST_EDGE_MS = 10 * 60_000;

/** The times of the work completed in the days shown. Days are read one by one only where there is little in them. */
export function useTimes(flow: FlowScope, figures: Figures, kind: TimeKind): Times {
  const { scope, period } = flow;
  const { fromDay, toDay } = figures.range;
  const whole = useMemo(
    () => unitedDistribution(figures.rows.map(({ totals }) => totals.times[kind])),
    [figures, kind],
  );
  const isFew = whole.count <= MOST_POINTS;
  const rows = useLive(
    async () =>
      isFew && whole.count > 0 ? await dayRows({ fromDay, toDay, daysBy: period.daysBy }) : [],
    [isFew, whole.count, fromDay, toDay, period.daysBy],
  );
  return useMemo(() => {
    const points =
      rows &&
      timePoints(
        rows.filter((row) => isInScope(scope, row)),
        kind,
      );
    return {
      count: whole.count,
      marks: timeMarks(whole),
      points: isFew ? points : [],
      cells: isFew ? [] : densityOf(byBucket(figures, kind), edgesOf(whole)),
    };
  }, [rows, scope, kind, whole, isFew, figures]);
}

const edgesOf = (whole: Distribution): readonly number[] =>
  timeEdges(LEAST_EDGE_MS, Math.max(LEAST_EDGE_MS, whole.quantile(1) ?? 0), BANDS);

function byBucket(figures: Figures, kind: TimeKind): readonly (readonly Distribution[])[] {
  const dealt: Distribution[][] = figures.buckets.map(() => []);
  for (const { bucket, totals } of figures.rows) dealt[bucket]?.push(totals.times[kind]);
  return dealt.map((all) => [unitedDistribution(all)]);
}
