import type { DayKey } from '../day.ts';

const DAY_MS = 86_400_000;
/** The first of January 1970 was a Thursday. */
const MONDAY_SHIFT = 3;

/** Days since 1970; NaN of what is no day. */
export const dayNumber = (day: DayKey): number => Date.parse(day) / DAY_MS;

export const dayOfNumber = (number: number): DayKey =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * The day on which a day's week within its month begins: its Monday, or the first of the month where that
 * is later. Such a week lies within one ISO week, one month and one quarter, so that all of them are sums
 * of such weeks.
 */
export function weekWithinMonth(day: DayKey): number {
  const number = dayNumber(day);
  const monday = number - ((((number + MONDAY_SHIFT) % 7) + 7) % 7);
  return Math.max(monday, number - Number(day.slice(8)) + 1);
}
