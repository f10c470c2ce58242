import { RRuleTemporal } from 'rrule-temporal';
import type { DayKey } from '../day.ts';
import { addDays, monthOf } from '../day.ts';
import { deliverableId } from '../ids.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import { MINUTE_MS, instantOfLocal, localMidnightMs, offsetAt } from '../worktime/zone-offset.ts';
import type { Recurrence } from './recurrence.ts';
import { MOST_COUNTED } from './recurrence.ts';

/** One time that recurring work comes. */
export interface Occurrence {
  /** Its date, after a day off has moved it. */
  readonly day: DayKey;
  /** UTC ms. */
  readonly atMs: number;
  /** `yyyy-mm-ddThh:mm` in the recurrence's zone. */
  readonly localTime: string;
}

/** What recurring work has to know of calendars. */
export interface OccurrenceDays {
  isDayOff(day: DayKey): boolean;
  /** When the member's shift begins on a date; null on a day off. */
  shiftStart(day: DayKey): number | null;
}

interface Hours {
  readonly clock: WorkClock;
  readonly days: WorkDays;
}

/** `off` says which days are off; the member's own hours say when a shift begins. */
export const occurrenceDays = (off: Hours, member: Hours): OccurrenceDays => ({
  isDayOff: (day) => firstOpening(off, day) === null,
  shiftStart: (day) => firstOpening(member, day),
});

function firstOpening({ clock, days }: Hours, day: DayKey): number | null {
  const openMs = clock.nextOpening(days.startOf(day));
  return openMs !== null && openMs < days.startOf(addDays(day, 1)) ? openMs : null;
}

/** No occurrence moves further than this; where a calendar has no work for so long it falls out. */
const MOST_DAYS_MOVED = 31;
/** No rule can loop for ever: beyond these steps it counts as unreadable. */
const MOST_STEPS = 50_000;
const DAYS_AT_ONCE = 366;
const DAYS_EVER = 200 * 366;

/** Whether the rule can be read at all: merged data may hold any text. */
export function isRuleReadable(recurrence: Pick<Recurrence, 'rule' | 'startsOn'>): boolean {
  if (recurrence.startsOn === '') return false;
  try {
    datesIn(recurrence, recurrence.startsOn, addDays(recurrence.startsOn, DAYS_AT_ONCE));
    return true;
  } catch {
    return false;
  }
}

/**
 * The occurrences from one instant (included) to another (not), earliest first; none of a rule that
 * cannot be read. Several that a day off brings to one date are one. A time that the clocks skip
 * moves forward by the gap, one that comes twice is the first (Temporal's `compatible`).
 */
export function occurrencesIn(
  recurrence: Recurrence,
  days: OccurrenceDays,
  fromMs: number,
  toMs: number,
): readonly Occurrence[] {
  if (recurrence.startsOn === '' || !(fromMs < toMs)) return [];
  // Zones are at most a day from UTC, and a date may be moved into the span from either side.
  const reach = MOST_DAYS_MOVED + 1;
  const fromDay = addDays(utcDay(fromMs), -reach);
  const toDay = addDays(utcDay(toMs), reach);
  try {
    return placed(recurrence, days, fromDay, toDay)
      .flatMap((day) => occurrenceOn(recurrence, days, day) ?? [])
      .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
      .toSorted((a, b) => a.atMs - b.atMs);
  } catch {
    return [];
  }
}

/** The next occurrences at or after an instant, at most `count`. */
export function nextOccurrences(
  recurrence: Recurrence,
  days: OccurrenceDays,
  fromMs: number,
  count: number,
): readonly Occurrence[] {
  const startMs = Math.max(fromMs, recurrence.sinceMs, startOf(recurrence));
  for (const reachDays of LOOK_AHEAD_DAYS) {
    const found = occurrencesIn(recurrence, days, startMs, startMs + reachDays * DAY_MS);
    if (found.length >= count || reachDays === LOOK_AHEAD_DAYS.at(-1)) return found.slice(0, count);
  }
  return [];
}

const DAY_MS = 24 * 60 * MINUTE_MS;
/** Most rules come within weeks; one that comes on a leap day, within eight years. */
const LOOK_AHEAD_DAYS = [45, DAYS_AT_ONCE, 9 * DAYS_AT_ONCE];

const startOf = ({ startsOn }: Recurrence): number =>
  startsOn === '' ? 0 : localMidnightMs(startsOn) - 2 * DAY_MS;

/** The same on every device of the member, so that what was made is never made again. */
export const occurrenceId = (recurrenceId: string, day: DayKey): string =>
  deliverableId(monthOf(day), `${recurrenceId}-${day.slice(8)}`);

/** The dates on which occurrences fall after days off have moved them, each once, up to the end of the rule. */
function placed(
  recurrence: Recurrence,
  days: OccurrenceDays,
  fromDay: DayKey,
  toDay: DayKey,
): readonly DayKey[] {
  const { startsOn, endsOn, endsAfterCount } = recurrence;
  const lastDay = endsOn !== '' && endsOn < toDay ? endsOn : toDay;
  const isCounted = endsAfterCount !== null;
  const limit = isCounted ? Math.min(endsAfterCount, MOST_COUNTED) : Infinity;
  const first = isCounted || fromDay < startsOn ? startsOn : fromDay;
  const found = new Set<DayKey>();
  // Counting begins with the first occurrence ever; a rule that hardly comes is not followed for ever.
  const lastEver = addDays(first, DAYS_EVER);
  for (let at = first; at <= lastDay && at <= lastEver; at = addDays(at, DAYS_AT_ONCE)) {
    const until = addDays(at, DAYS_AT_ONCE - 1);
    for (const date of datesIn(recurrence, at, until < lastDay ? until : lastDay)) {
      const day = movedOff(date, recurrence, days);
      if (day !== null && hasTime(recurrence, days, day)) found.add(day);
      if (found.size >= limit) return [...found];
    }
  }
  return [...found];
}

/** The dates of the rule itself, both ends included. Throws where it cannot be read. */
function datesIn(
  { rule, startsOn }: Pick<Recurrence, 'rule' | 'startsOn'>,
  fromDay: DayKey,
  toDay: DayKey,
): readonly DayKey[] {
  if (!isRuleOfDates(rule)) throw new Error('Not a recurrence rule of dates');
  // Dates alone, as if in UTC: the wall clock comes in with the zone, and clock changes with it.
  const dates = new RRuleTemporal({
    rruleString: `DTSTART:${startsOn.replaceAll('-', '')}T000000Z\nRRULE:${rule}`,
    maxIterations: MOST_STEPS,
    maxCandidateEvaluations: MOST_STEPS,
    cache: false,
  }).between(new Date(localMidnightMs(fromDay)), new Date(localMidnightMs(toDay)), true);
  return [...new Set(dates.map((date) => date.toString().slice(0, 10)))];
}

/** What comes by the minute says nothing of dates, and would take seconds to count through. */
const isRuleOfDates = (rule: string): boolean =>
  /^[A-Z0-9=,;+-]+$/.test(rule) && !/FREQ=(MINUTELY|SECONDLY)|BY(MINUTE|SECOND)=/.test(rule);

function movedOff(date: DayKey, { dayOff }: Recurrence, days: OccurrenceDays): DayKey | null {
  if (dayOff === 'keep' || !days.isDayOff(date)) return date;
  if (dayOff === 'skip') return null;
  const step = dayOff === 'next' ? 1 : -1;
  for (let moved = 1; moved <= MOST_DAYS_MOVED; moved++) {
    const day = addDays(date, step * moved);
    if (!days.isDayOff(day)) return day;
  }
  return null;
}

const hasTime = ({ atMinute }: Recurrence, days: OccurrenceDays, day: DayKey): boolean =>
  atMinute !== null || days.shiftStart(day) !== null;

function occurrenceOn(
  { atMinute, zone }: Recurrence,
  days: OccurrenceDays,
  day: DayKey,
): Occurrence | null {
  const atMs =
    atMinute === null
      ? days.shiftStart(day)
      : instantOfLocal(zone, localMidnightMs(day) + atMinute * MINUTE_MS);
  if (atMs === null) return null;
  const localTime = new Date(atMs + offsetAt(zone, atMs)).toISOString().slice(0, 16);
  return { day, atMs, localTime };
}

const utcDay = (ms: number): DayKey => new Date(ms).toISOString().slice(0, 10);
