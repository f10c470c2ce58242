import type { DayKey } from '../day.ts';
import { addDays, weekdayOf } from '../day.ts';
import type { DayRange } from '../metrics/period.ts';
import { rangeAround } from '../metrics/period.ts';
import { DAY_MS, MINUTE_MS, instantOfLocal, localMidnightMs } from '../worktime/zone-offset.ts';
import type { Cadence } from './cadence.ts';

/** One time that a cadence is due. */
export interface CadenceOccurrence {
  /** The first day of its period: with the cadence's id it names the occurrence for ever. */
  readonly key: DayKey;
  /** UTC ms. */
  readonly atMs: number;
  /** The local date on which it is due. */
  readonly day: DayKey;
  /** What it is about: its date, an ISO week, or a month. */
  readonly period: DayRange;
}

/**
 * When a cadence is due in the zone that it names, from one instant (included) to another (not), earliest
 * first; none of one that is paused or deleted. A time that the clocks skip moves forward by the gap,
 * one that comes twice is the first (Temporal's `compatible`). Check-ins are due by each member's own
 * hours: for what somebody owes, see `checkInsBetween`.
 */
export function occurrencesBetween(
  cadence: Cadence,
  fromMs: number,
  toMs: number,
): readonly CadenceOccurrence[] {
  if (cadence.isPaused || cadence.isDeleted || !(fromMs < toMs)) return [];
  // A zone is less than a day from UTC.
  const firstDay = later(utcDay(fromMs - DAY_MS), cadence.fromDay);
  const lastDay = utcDay(toMs + DAY_MS);
  if (firstDay > lastDay) return [];
  const found: CadenceOccurrence[] = [];
  for (const day of dueDays(cadence, firstDay, lastDay)) {
    const atMs = wallTime(cadence.timeZone, day, cadence.minuteOfDay);
    if (atMs < fromMs || atMs >= toMs) continue;
    const period = periodOf(cadence.kind, day);
    found.push({ key: period.fromDay, atMs, day, period });
  }
  return found;
}

/** The last time it was due by now; null where it never was. */
export const latestOccurrence = (cadence: Cadence, nowMs: number): CadenceOccurrence | null =>
  occurrencesBetween(cadence, nowMs - LONGEST_GAP_MS, nowMs + 1).at(-1) ?? null;

/** The next time after now; null where it is paused or deleted, or begins later than in two months. */
export const nextOccurrence = (cadence: Cadence, nowMs: number): CadenceOccurrence | null =>
  occurrencesBetween(cadence, nowMs + 1, nowMs + LONGEST_GAP_MS)[0] ?? null;

/** The instant of a wall clock's time on a date. */
export const wallTime = (zone: string, day: DayKey, minuteOfDay: number): number =>
  instantOfLocal(zone, localMidnightMs(day) + minuteOfDay * MINUTE_MS);

/**
 * What a meeting on a day is about. Held early in a week or month it looks back on the one that has ended,
 * held late on the one that is ending.
 */
export function periodOf(kind: Cadence['kind'], day: DayKey): DayRange {
  if (kind === 'checkIn') return rangeAround('day', day);
  if (kind === 'weekly') {
    return rangeAround('week', weekdayOf(day) < MIDWEEK ? addDays(day, -7) : day);
  }
  const own = rangeAround('month', day);
  return dayNumber(day) > MID_MONTH ? own : rangeAround('month', addDays(own.fromDay, -1));
}

const MIDWEEK = 4;
const MID_MONTH = 15;
const LONGEST_GAP_MS = 62 * DAY_MS;

function* dueDays(
  { kind, weekday, dayOfMonth }: Cadence,
  fromDay: DayKey,
  toDay: DayKey,
): Generator<DayKey> {
  if (kind === 'checkIn') {
    for (let day = fromDay; day <= toDay; day = addDays(day, 1)) yield day;
  } else if (kind === 'weekly') {
    const first = addDays(fromDay, (weekday - weekdayOf(fromDay) + 7) % 7);
    for (let day = first; day <= toDay; day = addDays(day, 7)) yield day;
  } else {
    let month = rangeAround('month', fromDay);
    while (month.fromDay <= toDay) {
      const day = addDays(month.fromDay, Math.min(dayOfMonth, dayNumber(month.toDay)) - 1);
      if (day >= fromDay && day <= toDay) yield day;
      month = rangeAround('month', addDays(month.toDay, 1));
    }
  }
}

const dayNumber = (day: DayKey): number => Number(day.slice(8));

const utcDay = (ms: number): DayKey => new Date(ms).toISOString().slice(0, 10);

const later = (a: DayKey, b: DayKey): DayKey => (a < b ? b : a);
