import type { Confidence } from './confidence.ts';
import { zOf } from './confidence.ts';
import { finiteProportion } from './finite-proportion.ts';

/** More than this is no sample that anybody works through, and more than one change carries. */
export const MOST_DRAWN = 1_000;

interface WantedInterval {
  /** How much there is to draw from. */
  readonly populationCount: number;
  /** Half of the interval's width, 0–1: 0.05 is ±5 percentage points. */
  readonly halfWidthRatio: number;
  readonly confidence: Confidence;
  /** The share that is expected, 0–1; 0.5 asks for most. */
  readonly expectedRatio: number;
}

/**
 * The smallest sample whose interval is no wider than wanted, if the share comes out as expected. It is
 * sought with the very interval that will be shown (Wilson 1927, finite population correction), which
 * near 100% is wider than the usual formula's (Cochran 1977, 4.4: z²p(1−p) ÷ h²). Never above
 * `MOST_DRAWN`, nor above what there is.
 */
export function sampleSize(wanted: WantedInterval): number {
  const most = Math.min(wanted.populationCount, MOST_DRAWN);
  if (most < 1) return 0;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (halfWidthOf(middle, wanted) <= wanted.halfWidthRatio) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Half of the width that the interval of a sample of `count` will have, 0–1, if it comes out as expected. */
export function halfWidthOf(
  count: number,
  { populationCount, confidence, expectedRatio }: Omit<WantedInterval, 'halfWidthRatio'>,
): number {
  const stratum = { populationCount, checkedCount: count, hitCount: count * expectedRatio };
  const proportion = finiteProportion([stratum], zOf(confidence));
  return proportion ? (proportion.highRatio - proportion.lowRatio) / 2 : 1;
}
