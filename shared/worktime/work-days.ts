import { addDays } from '../day.ts';
import type { DayKey } from '../day.ts';
import { LONGEST_BREAK_MINUTES } from '../plan/calendar.ts';
import type { Calendar } from '../plan/calendar.ts';
import { compileVersions, datesFrom, shiftsOn } from './compiled-version.ts';
import type { Span } from './spans.ts';
import { DAY_MS, MINUTE_MS, instantOfLocal, localMidnightMs, offsetAt } from './zone-offset.ts';
import { clampDay, clampMs } from './years.ts';

/**
 * Which day an instant counts for. A work day is the local date; where a shift runs past midnight,
 * what lies before halfway between its end and the next shift's start (or the next midnight, where
 * no shift starts sooner) still belongs to the date on which the shift began.
 */
export interface WorkDays {
  dayAt(atMs: number): DayKey;
  /**
   * The instant at which a work day begins; never after the start of the day that follows it. A day that
   * no plan reaches begins with the nearest that one does.
   */
  startOf(day: DayKey): number;
}

const LONGEST_BREAK_MS = LONGEST_BREAK_MINUTES * MINUTE_MS;

/** The work days of somebody in a zone who works by a calendar, which may be of another zone. */
export function workDays(calendar: Calendar, zone: string): WorkDays {
  const versions = compileVersions(calendar);
  const reachDays = Math.max(1, ...versions.map((version) => version.reachDays));
  const shiftsByDate = new Map<DayKey, readonly Span[]>();
  const startByDay = new Map<DayKey, number>();
  const dayByNumber = new Map<number, WorkDay>();

  function wholeShiftsOn(date: DayKey): readonly Span[] {
    const held = shiftsByDate.get(date);
    if (held) return held;
    const shifts = acrossBreaks(versions.flatMap((version) => shiftsOn(version, date)));
    shiftsByDate.set(date, shifts);
    return shifts;
  }

  function startOf(anyDay: DayKey): number {
    const day = clampDay(anyDay);
    const held = startByDay.get(day);
    if (held !== undefined) return held;
    const startMs = computeStart(day);
    startByDay.set(day, startMs);
    return startMs;
  }

  function computeStart(day: DayKey): number {
    const midnightMs = instantOfLocal(zone, localMidnightMs(day));
    let endMs = midnightMs;
    let nextMs = instantOfLocal(zone, localMidnightMs(addDays(day, 1)));
    // A calendar's date and the zone's own are at most two apart.
    for (const date of datesFrom(addDays(day, -reachDays - 2), addDays(day, 2))) {
      for (const { from, to } of wholeShiftsOn(date)) {
        if (from >= midnightMs) nextMs = Math.min(nextMs, from);
        else endMs = Math.max(endMs, to);
      }
    }
    if (endMs === midnightMs) return midnightMs;
    return endMs < nextMs ? Math.floor((endMs + nextMs) / 2) : nextMs;
  }

  /** A work day by its date's number since 1970, so that an instant is looked up without dates as text. */
  function numbered(number: number): WorkDay {
    const held = dayByNumber.get(number);
    if (held) return held;
    const day = dateOf(number * DAY_MS);
    const made = { day, startMs: startOf(day) };
    dayByNumber.set(number, made);
    return made;
  }

  function dayAt(atMs: number): DayKey {
    const ms = clampMs(atMs);
    // Where clocks go back over midnight, a date begins, and the one before it comes once more.
    let number = Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) + 1;
    let found = numbered(number);
    while (ms < found.startMs) found = numbered(--number);
    return found.day;
  }

  return { dayAt, startOf };
}

interface WorkDay {
  readonly day: DayKey;
  readonly startMs: number;
}

function acrossBreaks(spans: readonly Span[]): readonly Span[] {
  const shifts: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = shifts.at(-1);
    if (last && from - last.to <= LONGEST_BREAK_MS) last.to = Math.max(last.to, to);
    else shifts.push({ from, to });
  }
  return shifts;
}

const dateOf = (localMs: number): DayKey => new Date(localMs).toISOString().slice(0, 10);
