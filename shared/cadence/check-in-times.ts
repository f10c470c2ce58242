import type { DayKey } from '../day.ts';
import { addDays } from '../day.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import type { Cadence } from './cadence.ts';
import type { CheckIn } from './check-in.ts';
import { wallTime } from './occurrences.ts';

/** When somebody works. */
export interface MemberHours {
  /** IANA zone of their wall clock. */
  readonly zone: string;
  readonly clock: Pick<WorkClock, 'nextOpening'>;
  readonly days: WorkDays;
}

/** A check-in that somebody is asked for. */
export interface CheckInTime {
  readonly day: DayKey;
  /** UTC ms. */
  readonly atMs: number;
  /** When their work day is over: what has not come by then is skipped. */
  readonly endsAtMs: number;
}

/**
 * When a check-in is due on a work day: at the cadence's time by the member's own wall clock where they
 * work then, else when their shift begins. A night shift's is asked for at night. Null on a day off.
 */
export function checkInTime(
  { minuteOfDay, fromDay, isPaused, isDeleted }: Cadence,
  { zone, clock, days }: MemberHours,
  day: DayKey,
): CheckInTime | null {
  if (isPaused || isDeleted || day < fromDay) return null;
  const endsAtMs = days.startOf(addDays(day, 1));
  const opensAtMs = clock.nextOpening(days.startOf(day));
  if (opensAtMs === null || opensAtMs >= endsAtMs) return null;
  // A shift past midnight reaches into the next date.
  const timely = [day, addDays(day, 1)]
    .map((date) => wallTime(zone, date, minuteOfDay))
    .find((atMs) => atMs >= opensAtMs && (clock.nextOpening(atMs) ?? endsAtMs) < endsAtMs);
  return { day, atMs: timely ?? opensAtMs, endsAtMs };
}

/**
 * How a day's check-in stands. `ahead` is not asked for yet, `off` is never asked for; of `unheard` nobody
 * here can know, for nothing of the member's has arrived since it was asked for.
 */
export type CheckInState = 'given' | 'due' | 'ahead' | 'skipped' | 'unheard' | 'off';

/** @param heardAtMs when something of the member's last arrived here; left out where all of it is here */
export function checkInState(
  time: CheckInTime | null,
  checkIn: Pick<CheckIn, 'checkedInAtMs'> | undefined,
  nowMs: number,
  heardAtMs = Number.POSITIVE_INFINITY,
): CheckInState {
  if (typeof checkIn?.checkedInAtMs === 'number') return 'given';
  if (time === null) return 'off';
  if (nowMs < time.atMs) return 'ahead';
  if (heardAtMs < time.atMs) return 'unheard';
  return nowMs < time.endsAtMs ? 'due' : 'skipped';
}
