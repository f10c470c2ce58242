import type { DayKey } from '#shared/day';
import { dayIn } from '#shared/day';
import type { RandomBytes } from '#shared/ids';
import type { WorkDays } from '#shared/worktime/work-days';

let readMs = (): number => Date.now();

/** The wall clock, UTC milliseconds. */
export const now = (): number => readMs();

/** Today's date in a named zone. */
export const today = (zone: string): DayKey => dayIn(zone, readMs());

/** The work day that it is now for somebody. */
export const workToday = (days: WorkDays): DayKey => days.dayAt(readMs());

/** Lets a test decide what time it is; without an argument the wall clock is back. */
export function pinClock(read: () => number = Date.now): void {
  readMs = read;
}

export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
