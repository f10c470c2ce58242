import type { DayKey } from '../day.ts';
import { FIRST_DAY, isDayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { flagOf, numberOf, objectOf, objectsIn, textOf, textsOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * A stretch of working time that begins on a weekday. Minutes count from that day's local midnight;
 * `toMinute` above 1,440 runs over midnight into the next day.
 */
export interface Shift {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Working hours that hold from `fromDay` until the next version: what was measured under one is never moved by another. */
export interface CalendarVersion {
  readonly fromDay: DayKey;
  readonly timeZone: string;
  readonly shifts: readonly Shift[];
  /** Days without work, as local dates. */
  readonly holidays: readonly DayKey[];
}

/** The national holidays that a calendar was filled from, so that the next year can be added. */
export interface HolidaySource {
  /** ISO 3166-1 code. */
  readonly country: string;
  /** State or region of the country; empty for the whole. */
  readonly state: string;
  readonly years: readonly number[];
}

/** Record type `calendar`, audience `team`. Versions are sorted by `fromDay`. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly CalendarVersion[];
  /** Archived calendars are offered to nobody; what was measured by them stays. */
  readonly isArchived?: boolean;
  /** What days off are called, where they have a name: measures nothing. */
  readonly holidayNames?: Readonly<Record<DayKey, string>>;
  /** Null or absent where every day off was entered by hand. */
  readonly holidaySource?: HolidaySource | null;
}

export const calendarFrom = ({ id, fields }: RecordState): Calendar => ({
  id,
  name: textOf(fields, 'name'),
  versions: versionsOf(fields['versions']),
  isArchived: flagOf(fields, 'archived'),
  holidayNames: namesOf(fields['holidayNames']),
  holidaySource: sourceOf(fields['holidaySource']),
});

/** Hours of one day that lie no further apart are one shift with a break. */
export const LONGEST_BREAK_MINUTES = 4 * 60;

/** Monday to Friday, 9:00 to 18:00 with an hour's break at 13:00: what a member has until somebody sets another. */
export const officeHours = (id: string, name: string, timeZone: string): Calendar => ({
  id,
  name,
  versions: [{ fromDay: FIRST_DAY, timeZone, shifts: OFFICE_SHIFTS, holidays: [] }],
});

const OFFICE_SHIFTS: readonly Shift[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromMinute: 9 * 60, toMinute: 13 * 60 },
  { weekday, fromMinute: 14 * 60, toMinute: 18 * 60 },
]);

function versionsOf(value: Json | undefined): readonly CalendarVersion[] {
  const versions = objectsIn(value).map((fields) => {
    const fromDay = textOf(fields, 'fromDay');
    return {
      fromDay: isDayKey(fromDay) ? fromDay : FIRST_DAY,
      timeZone: textOf(fields, 'timeZone') || 'UTC',
      shifts: shiftsOf(fields['shifts']),
      holidays: textsOf(fields, 'holidays').filter(isDayKey),
    };
  });
  return versions.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0));
}

/** No shift begins later than the day after its own, or is longer than two days: a merge may bring anything. */
const LAST_FROM_MINUTE = 2 * 1440;
const LONGEST_SHIFT_MINUTES = 2 * 1440;

function shiftsOf(value: Json | undefined): readonly Shift[] {
  return objectsIn(value).flatMap((fields) => {
    const weekday = numberOf(fields, 'weekday');
    const fromMinute = numberOf(fields, 'fromMinute');
    const toMinute = numberOf(fields, 'toMinute');
    if (weekday === null || fromMinute === null || toMinute === null) return [];
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) return [];
    if (fromMinute < 0 || fromMinute >= LAST_FROM_MINUTE) return [];
    // A shift without length is kept, to be shown where it is mended; it gives no time.
    if (toMinute < fromMinute || toMinute - fromMinute > LONGEST_SHIFT_MINUTES) return [];
    return [{ weekday, fromMinute, toMinute }];
  });
}

const namesOf = (value: Json | undefined): Readonly<Record<DayKey, string>> =>
  Object.fromEntries(
    Object.entries(objectOf(value) ?? {}).flatMap(([day, name]) =>
      isDayKey(day) && typeof name === 'string' ? [[day, name]] : [],
    ),
  );

function sourceOf(value: Json | undefined): HolidaySource | null {
  const fields = objectOf(value);
  const country = fields ? textOf(fields, 'country') : '';
  if (!fields || country === '') return null;
  const years = Array.isArray(fields['years']) ? fields['years'] : [];
  return {
    country,
    state: textOf(fields, 'state'),
    years: years.filter((year) => typeof year === 'number'),
  };
}
