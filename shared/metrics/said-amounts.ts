import type { Amounts } from './rollup.ts';

/**
 * What is not zero among amounts, each after its place among `AMOUNT_NAMES`: place, amount, place, amount, …
 * Written out, as `shiftAmounts` is and for the same reason.
 */
export function saidAmounts(of: Amounts): number[] {
  const said: number[] = [];
  if (of.count !== 0) said.push(0, of.count);
  if (of.quantity !== 0) said.push(1, of.quantity);
  if (of.checkedQuantity !== 0) said.push(2, of.checkedQuantity);
  if (of.errors !== 0) said.push(3, of.errors);
  if (of.valueMinor !== 0) said.push(4, of.valueMinor);
  if (of.costMinor !== 0) said.push(5, of.costMinor);
  if (of.scoreSum !== 0) said.push(6, of.scoreSum);
  if (of.scoreCount !== 0) said.push(7, of.scoreCount);
  if (of.partCount !== 0) said.push(8, of.partCount);
  if (of.wholeCount !== 0) said.push(9, of.wholeCount);
  if (of.reopenedCount !== 0) said.push(10, of.reopenedCount);
  if (of.returnedCount !== 0) said.push(11, of.returnedCount);
  if (of.reworkedCount !== 0) said.push(12, of.reworkedCount);
  if (of.acceptedCount !== 0) said.push(13, of.acceptedCount);
  if (of.respondedMet !== 0) said.push(14, of.respondedMet);
  if (of.respondedMissed !== 0) said.push(15, of.respondedMissed);
  if (of.respondedMetExcused !== 0) said.push(16, of.respondedMetExcused);
  if (of.respondedMissedExcused !== 0) said.push(17, of.respondedMissedExcused);
  if (of.startedMet !== 0) said.push(18, of.startedMet);
  if (of.startedMissed !== 0) said.push(19, of.startedMissed);
  if (of.startedMetExcused !== 0) said.push(20, of.startedMetExcused);
  if (of.startedMissedExcused !== 0) said.push(21, of.startedMissedExcused);
  if (of.completedMet !== 0) said.push(22, of.completedMet);
  if (of.completedMissed !== 0) said.push(23, of.completedMissed);
  if (of.completedMetExcused !== 0) said.push(24, of.completedMetExcused);
  if (of.completedMissedExcused !== 0) said.push(25, of.completedMissedExcused);
  if (of.waitedManagerMs !== 0) said.push(26, of.waitedManagerMs);
  if (of.waitedClientMs !== 0) said.push(27, of.waitedClientMs);
  if (of.waitedColleagueMs !== 0) said.push(28, of.waitedColleagueMs);
  if (of.waitedSystemMs !== 0) said.push(29, of.waitedSystemMs);
  if (of.waitedSelfMs !== 0) said.push(30, of.waitedSelfMs);
  if (of.arrivedCount !== 0) said.push(31, of.arrivedCount);
  if (of.startedCount !== 0) said.push(32, of.startedCount);
  if (of.oddCount !== 0) said.push(33, of.oddCount);
  if (of.waitedCount !== 0) said.push(34, of.waitedCount);
  if (of.missedByWaitingCount !== 0) said.push(35, of.missedByWaitingCount);
  return said;
}
