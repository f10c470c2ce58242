import { exactSum } from './exact.ts';
import type { AmountName, Amounts } from './rollup.ts';

/**
 * Adds the amounts of totals to a sum, or takes them away. Written out: this is the inner loop of every
 * roll-up, and going through the names makes it thirty times slower.
 */
export function shiftAmounts(sum: Record<AmountName, number>, by: Amounts, sign: 1 | -1): void {
  sum.count = exactSum(sum.count, sign * by.count);
  sum.quantity = exactSum(sum.quantity, sign * by.quantity);
  sum.checkedQuantity = exactSum(sum.checkedQuantity, sign * by.checkedQuantity);
  sum.errors = exactSum(sum.errors, sign * by.errors);
  sum.valueMinor = exactSum(sum.valueMinor, sign * by.valueMinor);
  sum.costMinor = exactSum(sum.costMinor, sign * by.costMinor);
  sum.scoreSum = exactSum(sum.scoreSum, sign * by.scoreSum);
  sum.scoreCount = exactSum(sum.scoreCount, sign * by.scoreCount);
  sum.partCount = exactSum(sum.partCount, sign * by.partCount);
  sum.wholeCount = exactSum(sum.wholeCount, sign * by.wholeCount);
  sum.reopenedCount = exactSum(sum.reopenedCount, sign * by.reopenedCount);
  sum.returnedCount = exactSum(sum.returnedCount, sign * by.returnedCount);
  sum.reworkedCount = exactSum(sum.reworkedCount, sign * by.reworkedCount);
  sum.acceptedCount = exactSum(sum.acceptedCount, sign * by.acceptedCount);
  sum.respondedMet = exactSum(sum.respondedMet, sign * by.respondedMet);
  sum.respondedMissed = exactSum(sum.respondedMissed, sign * by.respondedMissed);
  sum.respondedMetExcused = exactSum(sum.respondedMetExcused, sign * by.respondedMetExcused);
  sum.respondedMissedExcused = exactSum(
    sum.respondedMissedExcused,
    sign * by.respondedMissedExcused,
  );
  sum.startedMet = exactSum(sum.startedMet, sign * by.startedMet);
  sum.startedMissed = exactSum(sum.startedMissed, sign * by.startedMissed);
  sum.startedMetExcused = exactSum(sum.startedMetExcused, sign * by.startedMetExcused);
  sum.startedMissedExcused = exactSum(sum.startedMissedExcused, sign * by.startedMissedExcused);
  sum.completedMet = exactSum(sum.completedMet, sign * by.completedMet);
  sum.completedMissed = exactSum(sum.completedMissed, sign * by.completedMissed);
  sum.completedMetExcused = exactSum(sum.completedMetExcused, sign * by.completedMetExcused);
  sum.completedMissedExcused = exactSum(
    sum.completedMissedExcused,
    sign * by.completedMissedExcused,
  );
  sum.waitedManagerMs = exactSum(sum.waitedManagerMs, sign * by.waitedManagerMs);
  sum.waitedClientMs = exactSum(sum.waitedClientMs, sign * by.waitedClientMs);
  sum.waitedColleagueMs = exactSum(sum.waitedColleagueMs, sign * by.waitedColleagueMs);
  sum.waitedSystemMs = exactSum(sum.waitedSystemMs, sign * by.waitedSystemMs);
  sum.waitedSelfMs = exactSum(sum.waitedSelfMs, sign * by.waitedSelfMs);
  sum.arrivedCount = exactSum(sum.arrivedCount, sign * by.arrivedCount);
  sum.startedCount = exactSum(sum.startedCount, sign * by.startedCount);
  sum.oddCount = exactSum(sum.oddCount, sign * by.oddCount);
  sum.waitedCount = exactSum(sum.waitedCount, sign * by.waitedCount);
  sum.missedByWaitingCount = exactSum(sum.missedByWaitingCount, sign * by.missedByWaitingCount);
}
