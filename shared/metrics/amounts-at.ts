import type { Amounts } from './rollup.ts';

/**
 * Sums that lie side by side, in the order of `AMOUNT_NAMES`, by their names. Written out for the reason
 * that `shiftAmounts` is: rows of figures come by the ten thousand.
 */
export const amountsAt = (sums: Float64Array, at: number): Amounts => ({
  count: sums[at] ?? 0,
  quantity: sums[at + 1] ?? 0,
  checkedQuantity: sums[at + 2] ?? 0,
  errors: sums[at + 3] ?? 0,
  valueMinor: sums[at + 4] ?? 0,
  costMinor: sums[at + 5] ?? 0,
  scoreSum: sums[at + 6] ?? 0,
  scoreCount: sums[at + 7] ?? 0,
  partCount: sums[at + 8] ?? 0,
  wholeCount: sums[at + 9] ?? 0,
  reopenedCount: sums[at + 10] ?? 0,
  returnedCount: sums[at + 11] ?? 0,
  reworkedCount: sums[at + 12] ?? 0,
  acceptedCount: sums[at + 13] ?? 0,
  respondedMet: sums[at + 14] ?? 0,
  respondedMissed: sums[at + 15] ?? 0,
  respondedMetExcused: sums[at + 16] ?? 0,
  respondedMissedExcused: sums[at + 17] ?? 0,
  startedMet: sums[at + 18] ?? 0,
  startedMissed: sums[at + 19] ?? 0,
  startedMetExcused: sums[at + 20] ?? 0,
  startedMissedExcused: sums[at + 21] ?? 0,
  completedMet: sums[at + 22] ?? 0,
  completedMissed: sums[at + 23] ?? 0,
  completedMetExcused: sums[at + 24] ?? 0,
  completedMissedExcused: sums[at + 25] ?? 0,
  waitedManagerMs: sums[at + 26] ?? 0,
  waitedClientMs: sums[at + 27] ?? 0,
  waitedColleagueMs: sums[at + 28] ?? 0,
  waitedSystemMs: sums[at + 29] ?? 0,
  waitedSelfMs: sums[at + 30] ?? 0,
  arrivedCount: sums[at + 31] ?? 0,
  startedCount: sums[at + 32] ?? 0,
  oddCount: sums[at + 33] ?? 0,
  waitedCount: sums[at + 34] ?? 0,
  missedByWaitingCount: sums[at + 35] ?? 0,
});
