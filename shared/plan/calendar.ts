import type { DayKey } from '../day.ts';
import { FIRST_DAY, isDayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { numberOf, objectsIn, textOf, textsOf } from '../record-fields.ts';
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

/** Record type `calendar`, audience `team`. Versions are sorted by `fromDay`. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly CalendarVersion[];
}

export const calendarFrom = ({ id, fields }: RecordState): Calendar => ({
  id,
  name: textOf(fields, 'name'),
  versions: versionsOf(fields['versions']),
});

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

function shiftsOf(value: Json | undefined): readonly Shift[] {
  return objectsIn(value).flatMap((fields) => {
    const weekday = numberOf(fields, 'weekday');
    const fromMinute = numberOf(fields, 'fromMinute');
    const toMinute = numberOf(fields, 'toMinute');
    if (weekday === null || fromMinute === null || toMinute === null) return [];
    if (weekday < 1 || weekday > 7 || toMinute <= fromMinute) return [];
    return [{ weekday, fromMinute, toMinute }];
  });
}
