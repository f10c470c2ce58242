import type { DayKey } from '../../day.ts';
import type { Distribution } from '../distribution.ts';
import type { SampleName } from '../rollup.ts';
import type { Samples } from '../samples.ts';

/** How long one deliverable took, on its day of completion. */
export interface TimePoint {
  readonly day: DayKey;
  readonly memberId: string;
  readonly outcomeId: string;
  readonly ms: number;
}

/** The times of a day's roll-ups, a point each. */
export const timePoints = (
  rows: readonly {
    readonly day: DayKey;
    readonly memberId: string;
    readonly outcomeId: string;
    readonly totals: Readonly<Record<SampleName, Samples>>;
  }[],
  name: SampleName,
): readonly TimePoint[] =>
  rows.flatMap(({ day, memberId, outcomeId, totals }) =>
    totals[name].map((ms) => ({ day, memberId, outcomeId, ms })),
  );

/** How many times are at most `ms`, by halving among their quantiles: as exact as the quantiles are. */
export function countAtMost(times: Distribution, ms: number): number {
  const last = Math.max(1, times.count - 1);
  let low = 0;
  let high = times.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times.quantile(middle / last) ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where times are many: how many of a bucket's lie between two edges, `fromMs` left out and `toMs` included. */
export interface DensityCell {
  readonly bucket: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly count: number;
}

/**
 * Edges that part times from 0 to `mostMs` so that each band is as much longer than the one before as the
 * next is longer than it: work of an hour and work of a month are told apart alike. The first band
 * holds all up to `leastMs`.
 */
export function timeEdges(leastMs: number, mostMs: number, bandCount: number): readonly number[] {
  if (mostMs <= leastMs || bandCount < 2) return [0, Math.max(leastMs, mostMs)];
  const factor = (mostMs / leastMs) ** (1 / (bandCount - 1));
  const inner = Array.from({ length: bandCount - 1 }, (_, at) => leastMs * factor ** at);
  return [0, ...inner, mostMs];
}

/**
 * The times of each bucket counted into bands; empty cells are left out. What lies at or below the first
 * edge counts into the first band, what lies beyond the last into the last: a bucket's cells add up to
 * all its times.
 */
export function densityOf(
  byBucket: readonly (readonly Distribution[])[],
  edgesMs: readonly number[],
): readonly DensityCell[] {
  const bands = edgesMs.length - 1;
  return byBucket.flatMap((all, bucket) => {
    let below = 0;
    const cells: DensityCell[] = [];
    for (let band = 0; band < bands; band++) {
      const [fromMs, toMs] = [edgesMs[band] ?? 0, edgesMs[band + 1] ?? 0];
      const isLast = band === bands - 1;
      const upTo = all.reduce(
        (sum, times) => sum + (isLast ? times.count : countAtMost(times, toMs)),
        0,
      );
      if (upTo > below) cells.push({ bucket, fromMs, toMs, count: upTo - below });
      below = upTo;
    }
    return cells;
  });
}
