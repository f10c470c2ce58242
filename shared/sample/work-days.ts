import { addDays, dayIn, weekdayOf } from '../day.ts';
import type { DayKey } from '../day.ts';
import { FIRST_DAY } from '../day.ts';
import type { Calendar } from '../plan/calendar.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { instantOfLocal, localMidnightMs } from '../worktime/zone-offset.ts';
import { publicHolidays } from './holidays.ts';
import type { Person } from './people.ts';

const MINUTE_MS = 60_000;

/** A day on which somebody works: its first and last minute of work as instants. */
export interface WorkDay {
  readonly day: DayKey;
  readonly startMs: number;
  readonly endMs: number;
  readonly workMs: number;
}

/** A person's calendar over the sample's span: the shifts, less public holidays and days of leave. */
export function personCalendar(
  id: string,
  person: Person,
  firstDay: DayKey,
  lastDay: DayKey,
  leave: readonly DayKey[],
): Calendar {
  const { country } = person;
  const years = [...new Set([firstDay, lastDay].map((day) => Number(day.slice(0, 4))))];
  const closed = country ? years.flatMap((year) => publicHolidays(country, year)) : [];
  return {
    id,
    name: person.place ? `${person.name}, ${person.place}` : person.name,
    versions: [
      {
        fromDay: FIRST_DAY,
        timeZone: person.zone,
        shifts: person.shifts,
        holidays: [...new Set([...closed, ...leave])].toSorted(),
      },
    ],
  };
}

/** The days worked from `firstDay` to `lastDay`, in order. */
export function workDays(
  calendar: Calendar,
  clock: WorkClock,
  firstDay: DayKey,
  lastDay: DayKey,
): readonly WorkDay[] {
  const version = calendar.versions[0];
  if (!version) return [];
  const closed = new Set(version.holidays);
  const days: WorkDay[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const shifts = version.shifts.filter((shift) => shift.weekday === weekdayOf(day));
    if (shifts.length === 0 || closed.has(day)) continue;
    const at = (minute: number): number =>
      instantOfLocal(version.timeZone, localMidnightMs(day) + minute * MINUTE_MS);
    const startMs = at(Math.min(...shifts.map((shift) => shift.fromMinute)));
    const endMs = at(Math.max(...shifts.map((shift) => shift.toMinute)));
    days.push({ day, startMs, endMs, workMs: clock.between(startMs, endMs) });
  }
  return days;
}

/** The day that an instant of somebody's work counts for: the one on which their last shift began. */
export const shiftDay = (days: readonly WorkDay[], zone: string, atMs: number): DayKey =>
  days.findLast(({ startMs }) => startMs <= atMs)?.day ?? dayIn(zone, atMs);
