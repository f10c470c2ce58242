import type { DayKey } from '../day.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { believable } from '../deliverables/oddities.ts';
import type { Currencies } from '../deliverables/oddities.ts';
import { exactAmount } from './exact.ts';
import { NO_SAMPLES, mergeSamples } from './samples.ts';
import type { Samples } from './samples.ts';
import { shiftAmounts } from './shift-amounts.ts';

/** The sums among the totals. Packed forms go by this order: a new one is appended. */
export const AMOUNT_NAMES = [
  // Completed deliverables, and what they amount to.
  'count',
  'quantity',
  // Quantity of those that said something about errors.
  'checkedQuantity',
  'errors',
  'valueMinor',
  'costMinor',
  'scoreSum',
  'scoreCount',
  // The two counts of a ratio.
  'partCount',
  'wholeCount',
  // Of the completed: reopened at least once, returned at least once, either, accepted.
  'reopenedCount',
  'returnedCount',
  'reworkedCount',
  'acceptedCount',
  // Promises answered in time and late; `Excused` with outages and waiting for the client taken out.
  'respondedMet',
  'respondedMissed',
  'respondedMetExcused',
  'respondedMissedExcused',
  'startedMet',
  'startedMissed',
  'startedMetExcused',
  'startedMissedExcused',
  'completedMet',
  'completedMissed',
  'completedMetExcused',
  'completedMissedExcused',
  // Working time that completed work waited, by whom it waited for.
  'waitedManagerMs',
  'waitedClientMs',
  'waitedColleagueMs',
  'waitedSystemMs',
  'waitedSelfMs',
  // Work asked for and work begun, on the day of either, open or completed since: where the earlier time
  // is not known, on the day of the next that is.
  'arrivedCount',
  'startedCount',
  // Completed deliverables of which not everything can be believed (see `odditiesOf`).
  'oddCount',
  // Of the completed: blocked at least once. And promises broken that would hold had nothing been blocked.
  'waitedCount',
  'missedByWaitingCount',
] as const;
export type AmountName = (typeof AMOUNT_NAMES)[number];

/** The times among the totals, one number a deliverable: whole ms, so that percentiles stay exact. */
export const SAMPLE_NAMES = [
  // Completed − requested: by the wall clock, and in working time.
  'turnaroundMs',
  'turnaroundWorkMs',
  // Completed − started: by the wall clock, in working time, and that without blocked stretches.
  'cycleMs',
  'cycleWorkMs',
  'cycleActiveMs',
  // First answer − requested, in working time.
  'responseWorkMs',
] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

/**
 * What the deliverables of one member, one outcome and one day add up to. Additive: adding and removing
 * contributions in any order gives the same totals (amounts as `exact.ts` keeps them).
 */
export type DayTotals = Amounts & Readonly<Record<SampleName, Samples>>;

/** The sums alone. */
export type Amounts = Readonly<Record<AmountName, number>>;

/** What one deliverable adds to one cell: a cell is an outcome on a member's day and a client's day. */
export interface Contribution {
  readonly outcomeId: string;
  readonly day: DayKey;
  readonly clientDay: DayKey;
  readonly totals: DayTotals;
}

/** Totals that are being put together. */
export type TotalsDraft = { -readonly [Name in keyof DayTotals]: DayTotals[Name] };

/** Not frozen: engines copy a frozen object ten times slower, and every contribution begins as a copy. */
export const NO_AMOUNTS: Amounts = Object.fromEntries(
  AMOUNT_NAMES.map((name) => [name, 0]),
) as Amounts;

export const NO_TOTALS: DayTotals = {
  ...NO_AMOUNTS,
  ...(Object.fromEntries(SAMPLE_NAMES.map((name) => [name, NO_SAMPLES])) as Record<
    SampleName,
    Samples
  >),
};

/** What a completed deliverable adds to its day that no calendar or promise has a say in; null of any other. */
export function contributionOf(
  deliverable: Deliverable,
  currencies?: Currencies,
): Contribution | null {
  const { completedAtMs, outcomeId, day, clientDay } = deliverable;
  if (completedAtMs === null || deliverable.isDeleted || deliverable.isMoved) return null;
  const believed = believable(deliverable, currencies);
  const totals: TotalsDraft = believed ? outputOf(believed, completedAtMs) : { ...NO_TOTALS };
  if (believed !== deliverable) totals.oddCount = 1;
  return { outcomeId, day, clientDay, totals };
}

/** What a deliverable amounts to, and its times by the wall clock. */
export function outputOf(deliverable: Deliverable, completedAtMs: number): TotalsDraft {
  const { errors, valueMinor, costMinor, score, partCount, wholeCount } = deliverable;
  const isReopened = deliverable.reopenedCount > 0;
  const isReturned = deliverable.returnedAtMs !== null;
  const output: TotalsDraft = { ...NO_TOTALS, count: 1 };
  output.quantity = exactAmount(deliverable.quantity);
  if (errors !== null) output.checkedQuantity = output.quantity;
  if (errors !== null) output.errors = exactAmount(errors);
  if (valueMinor !== null) output.valueMinor = exactAmount(valueMinor);
  if (costMinor !== null) output.costMinor = exactAmount(costMinor);
  if (score !== null) output.scoreSum = exactAmount(score);
  if (score !== null) output.scoreCount = 1;
  if (partCount !== null) output.partCount = exactAmount(partCount);
  if (wholeCount !== null) output.wholeCount = exactAmount(wholeCount);
  if (isReopened) output.reopenedCount = 1;
  if (isReturned) output.returnedCount = 1;
  if (isReopened || isReturned) output.reworkedCount = 1;
  if (deliverable.acceptedAtMs !== null) output.acceptedCount = 1;
  output.turnaroundMs = elapsed(deliverable.requestedAtMs, completedAtMs);
  output.cycleMs = elapsed(deliverable.startedAtMs, completedAtMs);
  return output;
}

/** Nothing where the beginning is unknown or after the end. */
const elapsed = (fromMs: number | null, toMs: number): Samples =>
  fromMs === null || fromMs > toMs ? NO_SAMPLES : [Math.round(toMs - fromMs)];

export function addTotals(a: DayTotals, b: DayTotals): DayTotals {
  const totals: TotalsDraft = { ...a };
  shiftAmounts(totals, b, 1);
  for (const name of SAMPLE_NAMES) totals[name] = mergeSamples(a[name], b[name]);
  return totals;
}

/** The p-quantile (0–1) of sorted samples by linear interpolation (Hyndman and Fan 1996, type 7); null of none. */
export function quantile(sorted: Samples, p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}
