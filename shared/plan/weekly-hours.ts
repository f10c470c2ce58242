import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import type { Calendar, CalendarVersion, Shift } from './calendar.ts';

const DAY_MINUTES = 1440;

/** One weekday's working hours as a form: minutes from local midnight, `to` before `from` runs past midnight. */
export interface DayHours {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly isWorked: boolean;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly hasBreak: boolean;
  readonly breakFromMinute: number;
  readonly breakToMinute: number;
}

export type HoursProblem = 'hours-empty' | 'break-outside';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const USUAL = {
  fromMinute: 540,
  toMinute: 1080,
  hasBreak: true,
  breakFromMinute: 780,
  breakToMinute: 840,
};

/** Shifts as one row a weekday: two shifts with a pause read as hours with a break. */
export function weekOf(shifts: readonly Shift[]): readonly DayHours[] {
  return WEEKDAYS.map((weekday) => {
    const own = shifts
      .filter((shift) => shift.weekday === weekday)
      .toSorted((a, b) => a.fromMinute - b.fromMinute);
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return { weekday, isWorked: false, ...USUAL };
    const hasBreak = own.length > 1;
    return {
      weekday,
      isWorked: true,
      fromMinute: first.fromMinute % DAY_MINUTES,
      toMinute: last.toMinute % DAY_MINUTES,
      hasBreak,
      breakFromMinute: hasBreak ? first.toMinute % DAY_MINUTES : USUAL.breakFromMinute,
      breakToMinute: hasBreak ? last.fromMinute % DAY_MINUTES : USUAL.breakToMinute,
    };
  });
}

/** The form's rows as shifts; a row with a problem gives none. */
export const shiftsOfWeek = (week: readonly DayHours[]): readonly Shift[] =>
  week.flatMap((day) => (day.isWorked && hoursProblem(day) === null ? shiftsOfDay(day) : []));

export function hoursProblem(day: DayHours): HoursProblem | null {
  if (!day.isWorked) return null;
  if (day.fromMinute === day.toMinute) return 'hours-empty';
  if (!day.hasBreak) return null;
  const { from, breakFrom, breakTo, to } = unrolled(day);
  return from < breakFrom && breakFrom < breakTo && breakTo < to ? null : 'break-outside';
}

/** Working minutes of the whole week. */
export const weekMinutes = (week: readonly DayHours[]): number =>
  shiftsOfWeek(week).reduce((sum, shift) => sum + shift.toMinute - shift.fromMinute, 0);

/**
 * The calendar with hours that hold from `fromDay` on. Earlier versions stay, so that what was
 * measured under them is not moved; later ones give way.
 */
export function withHours(
  calendar: Calendar,
  version: Omit<CalendarVersion, 'fromDay'>,
  fromDay: DayKey,
): Calendar {
  const earlier = calendar.versions.filter((each) => each.fromDay < fromDay);
  return { ...calendar, versions: [...earlier, { ...version, fromDay }] };
}

/** The version that holds on a day, or null where none does. */
export const versionOn = (calendar: Calendar, day: DayKey): CalendarVersion | null =>
  calendar.versions.findLast((version) => version.fromDay <= day) ?? null;

export const versionsJson = (versions: readonly CalendarVersion[]): Json =>
  versions.map(({ fromDay, timeZone, shifts, holidays }) => ({
    fromDay,
    timeZone,
    shifts: shifts.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute })),
    holidays: [...holidays],
  }));

/** `09:30` as minutes from midnight, or null where it is no time. */
export function minuteOfTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor((minute % DAY_MINUTES) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function shiftsOfDay(day: DayHours): readonly Shift[] {
  const { weekday, hasBreak } = day;
  const { from, breakFrom, breakTo, to } = unrolled(day);
  if (!hasBreak) return [{ weekday, fromMinute: from, toMinute: to }];
  return [
    { weekday, fromMinute: from, toMinute: breakFrom },
    { weekday, fromMinute: breakTo, toMinute: to },
  ];
}

/** Times in order, those past midnight counted on from the day they began. */
function unrolled(day: DayHours): { from: number; breakFrom: number; breakTo: number; to: number } {
  const from = day.fromMinute;
  const after = (minute: number): number => (minute < from ? minute + DAY_MINUTES : minute);
  return {
    from,
    breakFrom: after(day.breakFromMinute),
    breakTo: after(day.breakToMinute),
    to: after(day.toMinute),
  };
}
