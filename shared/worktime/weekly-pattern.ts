import type { Shift } from '../plan/calendar.ts';
import { unite } from './spans.ts';
import { DAY_MS, MINUTE_MS } from './zone-offset.ts';

const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05, the first Monday of the epoch, so that weeks begin where shifts count from. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * The working time of an undisturbed week, over and over, in local wall time: `workUntil` is a
 * cumulative function of local ms, found by a division and a look into one week.
 */
export interface WeeklyPattern {
  readonly weekWorkMs: number;
  /** Working ms from the pattern's origin until `localMs`; only differences mean anything. */
  workUntil(localMs: number): number;
  /** The first local ms at which `workUntil` reaches `workMs`; `weekWorkMs` must not be 0. */
  firstReaching(workMs: number): number;
  /** The last local ms at which `workUntil` is still `workMs`. */
  lastAt(workMs: number): number;
}

export function weeklyPattern(shifts: readonly Shift[]): WeeklyPattern {
  const spans = unite(shifts.flatMap(spansInWeek));
  const starts = Float64Array.from(spans, (span) => span.from);
  const lengths = Float64Array.from(spans, (span) => span.to - span.from);
  const before = new Float64Array(spans.length);
  let weekWorkMs = 0;
  for (let i = 0; i < spans.length; i++) {
    before[i] = weekWorkMs;
    weekWorkMs += lengths[i] as number;
  }

  function workUntil(localMs: number): number {
    const sinceMs = localMs - FIRST_MONDAY_MS;
    const week = Math.floor(sinceMs / WEEK_MS);
    const inWeekMs = sinceMs - week * WEEK_MS;
    let at = starts.length - 1;
    while (at >= 0 && (starts[at] as number) > inWeekMs) at--;
    if (at < 0) return week * weekWorkMs;
    const workedMs = Math.min(inWeekMs - (starts[at] as number), lengths[at] as number);
    return week * weekWorkMs + (before[at] as number) + workedMs;
  }

  const localAt = (week: number, at: number, intoMs: number): number =>
    FIRST_MONDAY_MS + week * WEEK_MS + (starts[at] as number) + intoMs;

  function firstReaching(workMs: number): number {
    const week = Math.ceil(workMs / weekWorkMs) - 1;
    const inWeekMs = workMs - week * weekWorkMs;
    let at = starts.length - 1;
    while (at > 0 && (before[at] as number) >= inWeekMs) at--;
    return localAt(week, at, inWeekMs - (before[at] as number));
  }

  function lastAt(workMs: number): number {
    const week = Math.floor(workMs / weekWorkMs);
    const inWeekMs = workMs - week * weekWorkMs;
    let at = starts.length - 1;
    while (at > 0 && (before[at] as number) > inWeekMs) at--;
    return localAt(week, at, inWeekMs - (before[at] as number));
  }

  return { weekWorkMs, workUntil, firstReaching, lastAt };
}

/** A shift as spans within one week; what runs past Sunday's midnight begins the week again. */
function spansInWeek({ weekday, fromMinute, toMinute }: Shift): { from: number; to: number }[] {
  const from = (weekday - 1) * DAY_MS + fromMinute * MINUTE_MS;
  const to = (weekday - 1) * DAY_MS + toMinute * MINUTE_MS;
  if (from >= WEEK_MS) return [{ from: from - WEEK_MS, to: to - WEEK_MS }];
  if (to <= WEEK_MS) return [{ from, to }];
  return [
    { from, to: WEEK_MS },
    { from: 0, to: to - WEEK_MS },
  ];
}
