import type { DayKey } from '../day.ts';

/** Working time is counted inside these years: no plan reaches further. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

export const yearStartMs = (year: number): number => Date.UTC(year, 0, 1);

const FIRST_MS = yearStartMs(FIRST_YEAR);
const LAST_MS = yearStartMs(LAST_YEAR + 1) - 1;

/** An instant outside the years counts as the nearest inside. */
export const clampMs = (ms: number): number => Math.min(LAST_MS, Math.max(FIRST_MS, ms));

/** A month more at either end: the days around an instant inside are days of their own. */
const FIRST_DAY: DayKey = `${FIRST_YEAR - 1}-12-01`;
const LAST_DAY: DayKey = `${LAST_YEAR + 1}-01-31`;

/** A day outside the years counts as the nearest inside; what is no day at all, too. */
export const clampDay = (day: DayKey): DayKey =>
  day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day;
