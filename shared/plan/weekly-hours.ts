import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import { LONGEST_BREAK_MINUTES } from './calendar.ts';
import type { Calendar, CalendarVersion, Shift } from './calendar.ts';

export const DAY_MINUTES = 1440;

/** From one time of the day to another, in minutes from midnight; a `to` before `from` is the next day's. */
export interface Hours {
  readonly fromMinute: number;
  /** Up to 1,440: midnight at the day's end. */
  readonly toMinute: number;
}

/** One shift as a form. Breaks are times of the day too: after midnight where the shift is. */
export interface ShiftDraft extends Hours {
  readonly breaks: readonly Hours[];
}

/** One weekday as a form; no shift is a day off. */
export interface DayDraft {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly shifts: readonly ShiftDraft[];
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 9:00 to 18:00 with an hour's break: what a day begins with. */
export const USUAL_SHIFT: ShiftDraft = {
  fromMinute: 540,
  toMinute: 1080,
  breaks: [{ fromMinute: 780, toMinute: 840 }],
};

/** Shifts as seven days; hours no further apart than a break may be long are one shift. */
export function weekOf(shifts: readonly Shift[]): readonly DayDraft[] {
  const whole = WEEKDAYS.flatMap((weekday) =>
    joined(shifts.filter((shift) => shift.weekday === weekday)).map((shift) => onOwnDay(shift)),
  );
  return WEEKDAYS.map((weekday) => ({
    weekday,
    shifts: whole
      .filter((shift) => shift.weekday === weekday)
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, to, breaks }) => ({
        fromMinute: from,
        toMinute: to > DAY_MINUTES ? onClock(to) : to,
        breaks,
      })),
  }));
}

/** The form's days as shifts: each shift in the pieces between its breaks. */
export const shiftsOfWeek = (week: readonly DayDraft[]): readonly Shift[] =>
  week.flatMap(({ weekday, shifts }) =>
    shifts.flatMap((shift) =>
      piecesOf(shift).map(({ from, to }) => ({ weekday, fromMinute: from, toMinute: to })),
    ),
  );

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A shift's whole stretch from its day's midnight, counted on past the next one. */
export const stretchOf = ({ fromMinute, toMinute }: Hours): Stretch => ({
  from: fromMinute,
  to: toMinute < fromMinute ? toMinute + DAY_MINUTES : toMinute,
});

/** A break's stretch within its shift, counted as the shift's is. */
export function breakStretch(shift: Hours, hours: Hours): Stretch {
  const isNextDay = hours.fromMinute < shift.fromMinute;
  const from = hours.fromMinute + (isNextDay ? DAY_MINUTES : 0);
  const to = hours.toMinute + (isNextDay ? DAY_MINUTES : 0);
  return { from, to: to < from ? to + DAY_MINUTES : to };
}

/** What is worked of a shift: its stretch without its breaks, in order. */
export function piecesOf(shift: ShiftDraft): readonly Stretch[] {
  let { from, to } = stretchOf(shift);
  const pieces: Stretch[] = [];
  const breaks = shift.breaks.map((each) => breakStretch(shift, each));
  for (const pause of breaks.toSorted((a, b) => a.from - b.from)) {
    if (pause.from > from) pieces.push({ from, to: Math.min(pause.from, to) });
    from = Math.max(from, pause.to);
  }
  if (from < to) pieces.push({ from, to });
  return pieces;
}

/** Working minutes of some days. */
export const minutesOf = (days: readonly DayDraft[]): number =>
  shiftsOfWeek(days).reduce((sum, shift) => sum + shift.toMinute - shift.fromMinute, 0);

/**
 * The calendar with a version that holds from `fromDay` on. Earlier ones stay, so that what was
 * measured under them is not moved; those that began since, up to `today`, give way; coming ones stay.
 */
export function withVersion(
  calendar: Calendar,
  version: Omit<CalendarVersion, 'fromDay'>,
  fromDay: DayKey,
  today: DayKey,
): Calendar {
  const untilDay = fromDay > today ? fromDay : today;
  const earlier = calendar.versions.filter((each) => each.fromDay < fromDay);
  const coming = calendar.versions.filter((each) => each.fromDay > untilDay);
  return { ...calendar, versions: [...earlier, { ...version, fromDay }, ...coming] };
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

/** A calendar as its record's fields, as `calendarFrom` reads them. */
export const calendarFields = ({
  name,
  versions,
  holidayNames,
  holidaySource,
}: Omit<Calendar, 'id'>): Fields => ({
  name,
  versions: versionsJson(versions),
  ...(holidayNames && { holidayNames: { ...holidayNames } }),
  ...(holidaySource && { holidaySource: { ...holidaySource, years: [...holidaySource.years] } }),
});

/** `09:30` as minutes from midnight, `24:00` the midnight that ends a day; null where it is no time. */
export function minuteOfTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= DAY_MINUTES ? minute : null;
}

export const timeOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

interface WholeShift extends Stretch {
  readonly weekday: number;
  readonly breaks: readonly Hours[];
}

function joined(pieces: readonly Shift[]): readonly WholeShift[] {
  const shifts: { weekday: number; from: number; to: number; breaks: Hours[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.fromMinute - b.fromMinute)) {
    const last = shifts.at(-1);
    const apart = last ? piece.fromMinute - last.to : 0;
    const isBreak = apart > 0 && apart <= LONGEST_BREAK_MINUTES;
    // A shift of a day or more could not be told by two times of the day.
    if (last && isBreak && piece.toMinute - last.from < DAY_MINUTES) {
      last.breaks.push({ fromMinute: onClock(last.to), toMinute: onClock(piece.fromMinute) });
      last.to = piece.toMinute;
    } else {
      const { weekday, fromMinute, toMinute } = piece;
      shifts.push({ weekday, from: fromMinute, to: toMinute, breaks: [] });
    }
  }
  return shifts;
}

/** A shift that begins after its day's midnight is written on the next day. */
const onOwnDay = (shift: WholeShift): WholeShift =>
  shift.from < DAY_MINUTES
    ? shift
    : {
        ...shift,
        weekday: (shift.weekday % 7) + 1,
        from: shift.from - DAY_MINUTES,
        to: shift.to - DAY_MINUTES,
      };

const onClock = (minute: number): number => minute % DAY_MINUTES;
