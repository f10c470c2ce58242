import { exactSum } from './exact.ts';
import type { AmountName, Amounts } from './rollup.ts';

/**
 * Adds the amounts of totals to a sum, or takes them away. Written out: this is the inner loop of every
 * roll-up, and going through the names makes it thirty times slower. Most amounts of most totals are zero.
 */
export function shiftAmounts(sum: Record<AmountName, number>, by: Amounts, sign: 1 | -1): void {
  if (by.count !== 0) sum.count = exactSum(sum.count, sign * by.count);
  if (by.quantity !== 0) sum.quantity = exactSum(sum.quantity, sign * by.quantity);
  if (by.checkedQuantity !== 0)
    sum.checkedQuantity = exactSum(sum.checkedQuantity, sign * by.checkedQuantity);
  if (by.errors !== 0) sum.errors = exactSum(sum.errors, sign * by.errors);
  if (by.valueMinor !== 0) sum.valueMinor = exactSum(sum.valueMinor, sign * by.valueMinor);
  if (by.costMinor !== 0) sum.costMinor = exactSum(sum.costMinor, sign * by.costMinor);
  if (by.scoreSum !== 0) sum.scoreSum = exactSum(sum.scoreSum, sign * by.scoreSum);
  if (by.scoreCount !== 0) sum.scoreCount = exactSum(sum.scoreCount, sign * by.scoreCount);
  if (by.partCount !== 0) sum.partCount = exactSum(sum.partCount, sign * by.partCount);
  if (by.wholeCount !== 0) sum.wholeCount = exactSum(sum.wholeCount, sign * by.wholeCount);
  if (by.reopenedCount !== 0)
    sum.reopenedCount = exactSum(sum.reopenedCount, sign * by.reopenedCount);
  if (by.returnedCount !== 0)
    sum.returnedCount = exactSum(sum.returnedCount, sign * by.returnedCount);
  if (by.reworkedCount !== 0)
    sum.reworkedCount = exactSum(sum.reworkedCount, sign * by.reworkedCount);
  if (by.acceptedCount !== 0)
    sum.acceptedCount = exactSum(sum.acceptedCount, sign * by.acceptedCount);
  if (by.respondedMet !== 0) sum.respondedMet = exactSum(sum.respondedMet, sign * by.respondedMet);
  if (by.respondedMissed !== 0)
    sum.respondedMissed = exactSum(sum.respondedMissed, sign * by.respondedMissed);
  if (by.respondedMetExcused !== 0)
    sum.respondedMetExcused = exactSum(sum.respondedMetExcused, sign * by.respondedMetExcused);
  if (by.respondedMissedExcused !== 0)
    sum.respondedMissedExcused = exactSum(
      sum.respondedMissedExcused,
      sign * by.respondedMissedExcused,
    );
  if (by.startedMet !== 0) sum.startedMet = exactSum(sum.startedMet, sign * by.startedMet);
  if (by.startedMissed !== 0)
    sum.startedMissed = exactSum(sum.startedMissed, sign * by.startedMissed);
  if (by.startedMetExcused !== 0)
    sum.startedMetExcused = exactSum(sum.startedMetExcused, sign * by.startedMetExcused);
  if (by.startedMissedExcused !== 0)
    sum.startedMissedExcused = exactSum(sum.startedMissedExcused, sign * by.startedMissedExcused);
  if (by.completedMet !== 0) sum.completedMet = exactSum(sum.completedMet, sign * by.completedMet);
  if (by.completedMissed !== 0)
    sum.completedMissed = exactSum(sum.completedMissed, sign * by.completedMissed);
  if (by.completedMetExcused !== 0)
    sum.completedMetExcused = exactSum(sum.completedMetExcused, sign * by.completedMetExcused);
  if (by.completedMissedExcused !== 0)
    sum.completedMissedExcused = exactSum(
      sum.completedMissedExcused,
      sign * by.completedMissedExcused,
    );
  if (by.waitedManagerMs !== 0)
    sum.waitedManagerMs = exactSum(sum.waitedManagerMs, sign * by.waitedManagerMs);
  if (by.waitedClientMs !== 0)
    sum.waitedClientMs = exactSum(sum.waitedClientMs, sign * by.waitedClientMs);
  if (by.waitedColleagueMs !== 0)
    sum.waitedColleagueMs = exactSum(sum.waitedColleagueMs, sign * by.waitedColleagueMs);
  if (by.waitedSystemMs !== 0)
    sum.waitedSystemMs = exactSum(sum.waitedSystemMs, sign * by.waitedSystemMs);
  if (by.waitedSelfMs !== 0) sum.waitedSelfMs = exactSum(sum.waitedSelfMs, sign * by.waitedSelfMs);
  if (by.arrivedCount !== 0) sum.arrivedCount = exactSum(sum.arrivedCount, sign * by.arrivedCount);
  if (by.startedCount !== 0) sum.startedCount = exactSum(sum.startedCount, sign * by.startedCount);
  if (by.oddCount !== 0) sum.oddCount = exactSum(sum.oddCount, sign * by.oddCount);
  if (by.waitedCount !== 0) sum.waitedCount = exactSum(sum.waitedCount, sign * by.waitedCount);
  if (by.missedByWaitingCount !== 0)
    sum.missedByWaitingCount = exactSum(sum.missedByWaitingCount, sign * by.missedByWaitingCount);
}
