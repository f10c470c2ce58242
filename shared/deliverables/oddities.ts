import { addDays, dayIn } from '../day.ts';
import type { DayKey } from '../day.ts';
import { isCountable } from '../metrics/exact.ts';
import type { DayRange } from '../metrics/period.ts';
import type { Deliverable } from './deliverable.ts';

/**
 * What cannot be right about a deliverable. It comes from a wrong clock, a slip in a form or a table, or
 * another program: it is flagged where it shows, left out of the figures that it would falsify, and of
 * those only, and counted.
 *
 * - `beforeRequest`, `beforeStart`: completed before it was requested or started. That request or start
 *   is not believed: no turnaround, no promise; no cycle time. The output counts.
 * - `otherDay`: its day and its instant of completion lie more than two days apart. No time and no
 *   promise; the output counts on its day.
 * - `tooEarly`: completed before the year 2000. It counts nowhere.
 * - `ahead`: completed or started more than two days from now. A day that has not come is in no figure.
 * - `quantity`: negative, or more than a sum can hold. Neither it nor its errors count; the piece does.
 * - `errors`: the number of errors is negative or too big. Nothing is known of its errors.
 * - `amount`: a count of a ratio is negative, or an amount is more than a sum can hold. It does not count.
 * - `currency`: value and cost are in another currency than the workspace's. They are in no sum.
 */
export const ODDITIES = [
  'beforeRequest',
  'beforeStart',
  'otherDay',
  'tooEarly',
  'ahead',
  'quantity',
  'errors',
  'amount',
  'currency',
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** No outcome was logged before: an earlier day is a clock that was never set. */
export const FIRST_COUNTED_DAY: DayKey = '2000-01-01';

/** Zones are a day apart and clocks are a little wrong; what is later still is a claim about the future. */
const DAYS_AHEAD = 2;

/** The last day that can be in a figure, seen from today. */
export const lastCountedDay = (today: DayKey): DayKey => addDays(today, DAYS_AHEAD);

/** The days of a range that can be in a figure, seen from today. */
export function countedDays({ fromDay, toDay }: DayRange, today: DayKey): DayRange {
  const lastDay = lastCountedDay(today);
  return { fromDay, toDay: toDay > lastDay ? lastDay : toDay };
}

/** How amounts of money are written that count in sums: empty where nobody said a currency. */
export type Currencies = readonly string[];

/** Of a workspace that has had one currency, where no amount names it. */
export const UNNAMED_CURRENCY: Currencies = [''];

const DAY_MS = 86_400_000;

/**
 * What is odd about a deliverable, in the order of `ODDITIES` but `ahead`, which is last; empty of nearly all.
 * `ahead` is found where `lastDay` (see `lastCountedDay`) is given alone: the rest is the same at any time.
 * What was deleted or moved away is nobody's oddity.
 */
export function odditiesOf(
  deliverable: Deliverable,
  currencies: Currencies = UNNAMED_CURRENCY,
  lastDay?: DayKey,
): readonly Oddity[] {
  if (deliverable.isDeleted || deliverable.isMoved) return [];
  const found = isPlain(deliverable, currencies)
    ? []
    : ODDITIES.filter((oddity) => RULES[oddity]?.(deliverable, currencies));
  return lastDay !== undefined && isAhead(deliverable, lastDay) ? [...found, 'ahead'] : found;
}

/**
 * The deliverable as far as it can be believed: what `odditiesOf` finds without a clock is taken out of
 * it, so that figures need no rule of their own. The same object where nothing is odd; null where nothing
 * of it counts. Completed work of which this is not the same object is what `oddCount` counts, on its day.
 */
export function believable(
  deliverable: Deliverable,
  currencies: Currencies = UNNAMED_CURRENCY,
): Deliverable | null {
  if (isPlain(deliverable, currencies)) return deliverable;
  const odd = new Set(odditiesOf(deliverable, currencies));
  if (odd.has('tooEarly')) return null;
  const hasTimes = !odd.has('otherDay');
  const isMoneyOwn = !odd.has('currency');
  const { requestedAtMs, respondedAtMs, startedAtMs, errors } = deliverable;
  return {
    ...deliverable,
    requestedAtMs: hasTimes && !odd.has('beforeRequest') ? requestedAtMs : null,
    respondedAtMs: hasTimes ? respondedAtMs : null,
    startedAtMs: hasTimes && !odd.has('beforeStart') ? startedAtMs : null,
    blocks: hasTimes ? deliverable.blocks : [],
    quantity: odd.has('quantity') ? 0 : deliverable.quantity,
    errors: odd.has('quantity') || odd.has('errors') ? null : errors,
    valueMinor: isMoneyOwn ? countable(deliverable.valueMinor) : null,
    costMinor: isMoneyOwn ? countable(deliverable.costMinor) : null,
    score: countable(deliverable.score),
    partCount: areCounts(deliverable) ? deliverable.partCount : null,
    wholeCount: areCounts(deliverable) ? deliverable.wholeCount : null,
  };
}

type Rule = (deliverable: Deliverable, currencies: Currencies) => boolean;

const RULES: Readonly<Partial<Record<Oddity, Rule>>> = {
  beforeRequest: (each) => isBefore(each.completedAtMs, each.requestedAtMs),
  beforeStart: (each) => isBefore(each.completedAtMs, each.startedAtMs),
  otherDay: isOnOtherDay,
  tooEarly: ({ completedAtMs, day }) => completedAtMs !== null && day < FIRST_COUNTED_DAY,
  quantity: ({ quantity }) => !isCount(quantity),
  errors: ({ errors }) => !isCount(errors),
  amount: (each) => !areAmounts(each),
  currency: (each, currencies) => !isMoneyIn(each, currencies),
};

/** All rules that need no clock at once, on the road of every entry that is merged. */
const isPlain = (each: Deliverable, currencies: Currencies): boolean =>
  !isBefore(each.completedAtMs, each.requestedAtMs) &&
  !isBefore(each.completedAtMs, each.startedAtMs) &&
  (each.completedAtMs === null || each.day >= FIRST_COUNTED_DAY) &&
  !isOnOtherDay(each) &&
  isCount(each.quantity) &&
  isCount(each.errors) &&
  areAmounts(each) &&
  isMoneyIn(each, currencies);

const isBefore = (atMs: number | null, originMs: number | null): boolean =>
  atMs !== null && originMs !== null && atMs < originMs;

/** A day is 24 hours of some zone, at most half a day from UTC's; a night shift's is the one it began on. */
function isOnOtherDay({ completedAtMs, day }: Deliverable): boolean {
  if (completedAtMs === null) return false;
  const sinceMs = completedAtMs - Date.parse(day);
  return sinceMs < -DAYS_AHEAD * DAY_MS || sinceMs >= (1 + DAYS_AHEAD) * DAY_MS;
}

function isAhead({ completedAtMs, startedAtMs, day }: Deliverable, lastDay: DayKey): boolean {
  if (completedAtMs !== null) return day > lastDay;
  return startedAtMs !== null && dayIn('UTC', startedAtMs) > lastDay;
}

const isCount = (amount: number | null): boolean =>
  amount === null || (amount >= 0 && isCountable(amount));

const isAmount = (amount: number | null): boolean => amount === null || isCountable(amount);

const countable = (amount: number | null): number | null => (isAmount(amount) ? amount : null);

/** The two counts of a ratio say something together only. */
const areCounts = ({ partCount, wholeCount }: Deliverable): boolean =>
  isCount(partCount) && isCount(wholeCount);

/** Money may be negative, as a refund is, and so may a score be on its own scale. */
const areAmounts = (each: Deliverable): boolean =>
  areCounts(each) && isAmount(each.score) && isAmount(each.valueMinor) && isAmount(each.costMinor);

const isMoneyIn = (
  { valueMinor, costMinor, currency }: Deliverable,
  currencies: Currencies,
): boolean => (valueMinor === null && costMinor === null) || currencies.includes(currency);
