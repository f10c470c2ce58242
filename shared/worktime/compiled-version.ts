import { addDays } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Calendar, CalendarVersion } from '../plan/calendar.ts';
import type { Span } from './spans.ts';
import { weeklyPattern } from './weekly-pattern.ts';
import type { WeeklyPattern } from './weekly-pattern.ts';
import { DAY_MS, MINUTE_MS, instantOfLocal, localMidnightMs } from './zone-offset.ts';

/** A version with what is asked of it again and again. */
export interface CompiledVersion {
  readonly version: CalendarVersion;
  /** The day from which the next version holds; null for the last. */
  readonly untilDay: DayKey | null;
  /** All that it gives lies in here, and all that disturbs it. */
  readonly reach: Span;
  readonly pattern: WeeklyPattern;
  readonly holidays: ReadonlySet<DayKey>;
  /** Days after its first that a shift can reach into. */
  readonly reachDays: number;
}

export const compileVersions = ({ versions }: Calendar): readonly CompiledVersion[] =>
  versions.map((version, index) => {
    const untilDay = versions[index + 1]?.fromDay ?? null;
    const reachDays = Math.max(1, ...version.shifts.map((s) => Math.ceil(s.toMinute / 1440)));
    const reachMs = (reachDays + 2) * DAY_MS;
    return {
      version,
      untilDay,
      reach: {
        from: localMidnightMs(version.fromDay) - reachMs,
        to: untilDay === null ? Infinity : localMidnightMs(untilDay) + reachMs,
      },
      pattern: weeklyPattern(version.shifts),
      holidays: new Set(version.holidays),
      reachDays,
    };
  });

/** The shifts that a version gives to one of its dates, each by its own wall clock times. */
export function shiftsOn(
  { version, untilDay, holidays }: CompiledVersion,
  day: DayKey,
): readonly Span[] {
  if (day < version.fromDay || (untilDay !== null && day >= untilDay)) return [];
  if (holidays.has(day)) return [];
  const midnightMs = localMidnightMs(day);
  const weekday = new Date(midnightMs).getUTCDay() || 7;
  const instant = (minute: number): number =>
    instantOfLocal(version.timeZone, midnightMs + minute * MINUTE_MS);
  return version.shifts
    .filter((shift) => shift.weekday === weekday)
    .map(({ fromMinute, toMinute }) => ({ from: instant(fromMinute), to: instant(toMinute) }));
}

/** Each date from `first` to `last`, both included. */
export function* datesFrom(first: DayKey, last: DayKey): Generator<DayKey> {
  for (let day = first; day <= last; day = addDays(day, 1)) yield day;
}
