import type { DayKey } from '../day.ts';
import { FIRST_DAY, isDayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { objectsIn, textOf } from '../record-fields.ts';
import type { CalendarVersion } from './calendar.ts';
import { officeHours } from './calendar.ts';

/** A calendar that a member worked by until another was chosen. Its id is empty where it was office hours. */
export interface CalendarStay {
  readonly calendarId: string;
  /** The first day of the next one. */
  readonly untilDay: DayKey;
}

/** By which calendars somebody works and has worked. */
export interface CalendarsOf {
  /** IANA zone of office hours, where no calendar is there. */
  readonly zone: string;
  readonly calendarId: string;
  /** Sorted by day. */
  readonly calendarsBefore: readonly CalendarStay[];
}

/** A stored list of stays; none of what cannot be read. */
export const staysOf = (value: Json | undefined): readonly CalendarStay[] =>
  objectsIn(value)
    .map((fields) => ({
      calendarId: textOf(fields, 'calendarId'),
      untilDay: textOf(fields, 'untilDay'),
    }))
    .filter(({ untilDay }) => isDayKey(untilDay))
    .toSorted((a, b) => (a.untilDay < b.untilDay ? -1 : a.untilDay > b.untilDay ? 1 : 0));

/** The stays of somebody who goes on by another calendar from a day; who changes twice a day changed once. */
export function staysUntil(
  { calendarId, calendarsBefore }: Omit<CalendarsOf, 'zone'>,
  day: DayKey,
): readonly CalendarStay[] {
  const past = calendarsBefore.filter(({ untilDay }) => untilDay < day);
  const replaced = calendarsBefore.find(({ untilDay }) => untilDay >= day);
  return [...past, { calendarId: replaced?.calendarId ?? calendarId, untilDay: day }];
}

/**
 * The hours of each day by the calendar that held on it, as the versions of one: what was measured by a
 * calendar is not moved when another is chosen.
 */
export function versionsOfMember(
  { zone, calendarId, calendarsBefore }: CalendarsOf,
  versionsOf: (calendarId: string) => readonly CalendarVersion[] | undefined,
): readonly CalendarVersion[] {
  const stitched: CalendarVersion[] = [];
  let fromDay = FIRST_DAY;
  for (const stay of [...calendarsBefore, { calendarId, untilDay: null }]) {
    const versions = versionsOf(stay.calendarId) ?? officeHours('', '', zone).versions;
    stitched.push(...versionsWithin(versions, fromDay, stay.untilDay));
    fromDay = stay.untilDay ?? fromDay;
  }
  return stitched;
}

/** The versions that hold in some days, from the first of them on; none is one without hours. */
function versionsWithin(
  versions: readonly CalendarVersion[],
  fromDay: DayKey,
  untilDay: DayKey | null,
): readonly CalendarVersion[] {
  if (untilDay !== null && untilDay <= fromDay) return [];
  const held = versions.findLast((version) => version.fromDay <= fromDay);
  const later = versions.filter(
    (version) => version.fromDay > fromDay && (untilDay === null || version.fromDay < untilDay),
  );
  const first = held ?? { timeZone: 'UTC', shifts: [], holidays: [] };
  return [{ ...first, fromDay }, ...later];
}

/** The same hours with some days off; a version whose zone differs counts them by its own dates. */
export function withoutDays(
  versions: readonly CalendarVersion[],
  days: readonly DayKey[],
): readonly CalendarVersion[] {
  if (days.length === 0) return versions;
  return versions.map((version) => ({
    ...version,
    holidays: [...new Set([...version.holidays, ...days])].toSorted(),
  }));
}
