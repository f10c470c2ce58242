import type { DayKey } from '../day.ts';
import { isDayKey } from '../day.ts';
import { isZone } from '../worktime/zone-offset.ts';
import type { Calendar, CalendarVersion, HolidaySource } from './calendar.ts';
import { hoursProblems } from './hours-problems.ts';
import type { HoursProblem } from './hours-problems.ts';
import { isPlanDay } from './plan-limits.ts';
import {
  minutesOf,
  shiftsOfWeek,
  USUAL_SHIFT,
  WEEKDAYS,
  versionOn,
  weekOf,
  withVersion,
} from './weekly-hours.ts';
import type { DayDraft, ShiftDraft } from './weekly-hours.ts';

/** A calendar as somebody edits it: one version of it, and what all versions share. */
export interface CalendarDraft {
  readonly name: string;
  readonly timeZone: string;
  readonly week: readonly DayDraft[];
  readonly holidays: readonly DayKey[];
  readonly holidayNames: Readonly<Record<DayKey, string>>;
  readonly holidaySource: HolidaySource | null;
  /** The day from which this holds, as typed. */
  readonly fromDay: string;
}

export type CalendarProblem =
  | HoursProblem
  | {
      readonly code:
        | 'name-missing'
        | 'name-taken'
        | 'zone-unknown'
        | 'no-hours'
        | 'from-missing'
        | 'from-beyond';
    }
  | { readonly code: 'holiday-beyond'; readonly day: DayKey };

/** A version of a calendar as a draft. A version that holds already is edited from `fromDay` on. */
export const draftOf = (
  calendar: Omit<Calendar, 'id'>,
  version: CalendarVersion,
  fromDay: DayKey,
): CalendarDraft => ({
  name: calendar.name,
  timeZone: version.timeZone,
  week: weekOf(version.shifts),
  holidays: version.holidays,
  holidayNames: calendar.holidayNames ?? {},
  holidaySource: calendar.holidaySource ?? null,
  fromDay,
});

/** All that keeps a draft from being saved. `otherNames` are those of the other calendars. */
export function calendarProblems(
  draft: CalendarDraft,
  otherNames: readonly string[],
): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [...hoursProblems(draft.week)];
  const name = draft.name.trim().toLowerCase();
  if (name === '') problems.push({ code: 'name-missing' });
  if (otherNames.some((other) => other.trim().toLowerCase() === name)) {
    problems.push({ code: 'name-taken' });
  }
  if (!isZone(draft.timeZone)) problems.push({ code: 'zone-unknown' });
  if (minutesOf(draft.week) === 0) problems.push({ code: 'no-hours' });
  if (!isDayKey(draft.fromDay)) problems.push({ code: 'from-missing' });
  else if (!isPlanDay(draft.fromDay)) problems.push({ code: 'from-beyond' });
  for (const day of draft.holidays) {
    if (!isPlanDay(day)) problems.push({ code: 'holiday-beyond', day });
  }
  return problems;
}

/**
 * The calendar as the draft would have it, from the draft's day on; see `withVersion`. Where the draft
 * measures what is measured on that day already, no version is made.
 */
export function applyDraft(calendar: Calendar, draft: CalendarDraft, today: DayKey): Calendar {
  const { timeZone, week, fromDay } = draft;
  const holidays = [...new Set(draft.holidays)].toSorted();
  const version = { timeZone, shifts: shiftsOfWeek(week), holidays };
  const edited = isHeld(calendar, draft, today)
    ? calendar
    : withVersion(calendar, version, fromDay, today);
  const kept = new Set(edited.versions.flatMap((each) => each.holidays));
  return {
    ...edited,
    name: draft.name.trim(),
    holidayNames: Object.fromEntries(
      Object.entries(draft.holidayNames).filter(([day]) => kept.has(day)),
    ),
    holidaySource: draft.holidaySource,
  };
}

function isHeld(calendar: Calendar, draft: CalendarDraft, today: DayKey): boolean {
  const held = versionOn(calendar, draft.fromDay);
  const isReplaced = calendar.versions.some(
    ({ fromDay }) => fromDay > draft.fromDay && fromDay <= today,
  );
  if (!held || isReplaced) return false;
  const measured = ({ timeZone, week, holidays }: CalendarDraft): string =>
    JSON.stringify([timeZone, week, [...new Set(holidays)].toSorted()]);
  return measured(draft) === measured(draftOf(calendar, held, draft.fromDay));
}

/**
 * The year whose national holidays are not in a calendar yet: this year, or from October on the next.
 * Null where nothing is missing or no country is remembered.
 */
export function yearToAdd(source: HolidaySource | null | undefined, today: DayKey): number | null {
  if (!source) return null;
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5, 7) >= '10' ? [year, year + 1] : [year];
  return wanted.find((each) => !source.years.includes(each)) ?? null;
}

/** Whether two drafts say the same. */
export const isSameDraft = (a: CalendarDraft, b: CalendarDraft): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const PRESETS = ['office', 'usDay', 'night', 'twoShifts', 'always'] as const;
export type Preset = (typeof PRESETS)[number];

/** A client in New York is served by their clock, so that nights elsewhere follow its daylight saving. */
const US_ZONE = 'America/New_York';

/** The week, and where it is part of the preset the time zone, that a draft may begin from. */
export function presetOf(preset: Preset): Pick<CalendarDraft, 'week'> & { timeZone?: string } {
  switch (preset) {
    case 'office':
      return { week: firstDays(5, [USUAL_SHIFT]) };
    case 'usDay':
      return { week: firstDays(5, [USUAL_SHIFT]), timeZone: US_ZONE };
    case 'night':
      return {
        week: firstDays(5, [
          { fromMinute: 1260, toMinute: 360, breaks: [{ fromMinute: 60, toMinute: 120 }] },
        ]),
      };
    case 'twoShifts':
      return { week: firstDays(5, [unbroken(360, 840), unbroken(840, 1320)]) };
    case 'always':
      return { week: firstDays(7, [unbroken(0, 1440)]) };
  }
}

const firstDays = (count: number, shifts: readonly ShiftDraft[]): readonly DayDraft[] =>
  WEEKDAYS.map((weekday) => ({ weekday, shifts: weekday <= count ? shifts : [] }));

const unbroken = (fromMinute: number, toMinute: number): ShiftDraft => ({
  fromMinute,
  toMinute,
  breaks: [],
});
