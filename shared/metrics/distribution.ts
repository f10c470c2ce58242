import { quantile } from './rollup.ts';
import type { Samples } from './samples.ts';

/** How times are spread: of a few exactly, of many within a stated error. */
export interface Distribution {
  readonly count: number;
  /** The largest error of a quantile, as a share of the quantile: 0 where it is exact. */
  readonly relativeError: number;
  /** The p-quantile (0–1), in the unit of the samples; null of none. */
  readonly quantile: (p: number) => number | null;
}

/** Of samples that are all at hand, in ascending order. */
export const exactDistribution = (sorted: Samples): Distribution => ({
  count: sorted.length,
  relativeError: 0,
  quantile: (p) => quantile(sorted, p),
});
