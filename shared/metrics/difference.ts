import type { Proportion } from './wilson.ts';

/** How much something changed, `after − before`, with the range it lies in at 95%. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The difference of two independent proportions, from their Wilson intervals: method 10 of Newcombe RG
 * 1998, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17:873–890. Stays inside −1…1.
 */
export function proportionDifference(before: Proportion, after: Proportion): Difference {
  const value = after.ratio - before.ratio;
  return {
    value,
    low: value - Math.hypot(after.ratio - after.lowRatio, before.highRatio - before.ratio),
    high: value + Math.hypot(after.highRatio - after.ratio, before.ratio - before.lowRatio),
  };
}
