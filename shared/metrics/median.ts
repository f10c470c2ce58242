import type { Samples } from './samples.ts';

/** A median with the range it lies in. */
export interface Median {
  readonly value: number;
  /** Null where there are too few samples to say: fewer than 6. */
  readonly low: number | null;
  readonly high: number | null;
  readonly count: number;
}

/** How much may lie outside the range, on each side. */
const TAIL_RATIO = 0.025;

/**
 * The median of ascending samples with its distribution-free interval between two order statistics, at 95%
 * or a little more (Hahn GJ, Meeker WQ 1991, "Statistical Intervals", section 5.2). Null of no samples.
 */
export function medianOf(samples: Samples): Median | null {
  const value = middleOf(samples);
  if (value === null) return null;
  const outside = countOutside(samples.length);
  return {
    value,
    low: samples[outside - 1] ?? null,
    high: samples[samples.length - outside] ?? null,
    count: samples.length,
  };
}

/** The mean of the two in the middle where there are two. */
export function middleOf(samples: Samples): number | null {
  const upper = samples[Math.floor(samples.length / 2)];
  const lower = samples[Math.ceil(samples.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/**
 * The greatest `k` for which the chance that fewer than `k` of `count` samples lie below the true median
 * is at most the tail; 0 where there is none. In logarithms: 2^-5000 is no double.
 */
function countOutside(count: number): number {
  let logChance = -count * Math.LN2;
  let chance = 0;
  for (let k = 0; k <= count / 2; k++) {
    chance += Math.exp(logChance);
    if (chance > TAIL_RATIO) return k;
    logChance += Math.log((count - k) / (k + 1));
  }
  return 0;
}
