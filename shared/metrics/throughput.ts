import { addDays } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { DayRange } from './period.ts';
import type { DayTotals } from './rollup.ts';
import type { Terms } from './terms.ts';

/** Whether any working time lies in a work day. */
const isWorkingDay = ({ clock, days }: Pick<Terms, 'clock' | 'days'>, day: DayKey): boolean =>
  clock.between(days.startOf(day), days.startOf(addDays(day, 1))) > 0;

/**
 * Throughput: deliverables completed on each working day of a range, oldest first, zeros included. What
 * was completed on a day off counts for the next working day, or for the last where none follows.
 */
export function dailyThroughput(
  rows: readonly { readonly day: DayKey; readonly totals: Pick<DayTotals, 'count'> }[],
  { fromDay, toDay }: DayRange,
  terms: Pick<Terms, 'clock' | 'days'>,
): readonly number[] {
  const countByDay = new Map<DayKey, number>();
  for (const { day, totals } of rows) {
    countByDay.set(day, (countByDay.get(day) ?? 0) + totals.count);
  }
  const counts: number[] = [];
  let heldOver = 0;
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    heldOver += countByDay.get(day) ?? 0;
    if (!isWorkingDay(terms, day)) continue;
    counts.push(heldOver);
    heldOver = 0;
  }
  const last = counts.length - 1;
  if (last >= 0) counts[last] = (counts[last] ?? 0) + heldOver;
  return counts;
}

/**
 * The date that a number of working days after `day` lie on: what a forecast made at the end of `day`
 * means in the calendar. Null where the calendar never offers as many.
 */
export function workingDayAfter(
  day: DayKey,
  workingDays: number,
  { clock, days }: Pick<Terms, 'clock' | 'days'>,
): DayKey | null {
  let at = day;
  for (let left = workingDays; left > 0; left--) {
    const openingMs = clock.nextOpening(days.startOf(addDays(at, 1)));
    if (openingMs === null) return null;
    at = days.dayAt(openingMs);
  }
  return at;
}
