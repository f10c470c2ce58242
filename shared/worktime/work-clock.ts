import type { Calendar } from '../plan/calendar.ts';
import { compileVersions } from './compiled-version.ts';
import { segmentsIn } from './segments.ts';
import type { Segment } from './segments.ts';
import { FIRST_YEAR, LAST_YEAR, clampMs, yearStartMs } from './years.ts';

/**
 * Working time of one calendar. Exact to the millisecond over clock changes, holidays, shifts past
 * midnight and versions; a question costs the same, however many years it spans.
 */
export interface WorkClock {
  /** Working ms from one instant to another; negative where `toMs` is earlier. */
  between(fromMs: number, toMs: number): number;
  /**
   * Working ms until an instant, counted from this clock's own origin: `between` is the difference of
   * two. For those who take several differences of the same instants.
   */
  workUntil(atMs: number): number;
  /**
   * The first instant by which `workMs` of work have passed since `fromMs`; for a negative `workMs`
   * the last instant from which that much passes until `fromMs`. ±Infinity where the calendar never
   * offers as much. Zero gives `fromMs`.
   */
  add(fromMs: number, workMs: number): number;
  isOpen(atMs: number): boolean;
  /** The first instant at or after `atMs` that is working time, or null where there is none. */
  nextOpening(atMs: number): number | null;
}

export function workClock(calendar: Calendar): WorkClock {
  const versions = compileVersions(calendar);
  let firstYear = 0;
  let lastYear = -1;
  let coveredFromMs = 0;
  let coveredToMs = 0;
  let segments: readonly Segment[] = [];
  let starts = new Float64Array(0);
  /** The segment at each bucket's start: from there it is a step or two to any instant inside. */
  let firstInBucket: Int32Array = new Int32Array(0);
  /** Working ms from the covered range's start to each segment's, and to its end at last. */
  let worked = new Float64Array(1);
  /** Working ms from the origin to the covered range's start: 0 until years before it are covered. */
  let workedBefore = 0;

  function cover(fromYear: number, toYear: number): void {
    const isFresh = lastYear < firstYear;
    const first = isFresh ? fromYear : Math.min(fromYear, firstYear);
    const last = isFresh ? toYear : Math.max(toYear, lastYear);
    const heldFirst = isFresh ? first : firstYear;
    coveredFromMs = yearStartMs(first);
    coveredToMs = yearStartMs(last + 1);
    segments = segmentsIn(versions, coveredFromMs, coveredToMs);
    firstYear = first;
    lastYear = last;
    starts = Float64Array.from(segments, (segment) => segment.startMs);
    firstInBucket = bucketsOf(starts, coveredFromMs, coveredToMs);
    worked = new Float64Array(segments.length + 1);
    for (let i = 0; i < segments.length; i++) {
      const endMs = starts[i + 1] ?? coveredToMs;
      worked[i + 1] = (worked[i] as number) + workedIn(segments[i] as Segment, endMs);
    }
    if (first < heldFirst) workedBefore -= workedInRange(yearStartMs(heldFirst));
  }

  function ensure(ms: number): void {
    if (ms >= coveredFromMs && ms < coveredToMs) return;
    const year = new Date(ms).getUTCFullYear();
    cover(year, year);
  }

  function workedInRange(ms: number): number {
    let at = firstInBucket[Math.floor((ms - coveredFromMs) / BUCKET_MS)] ?? segments.length - 1;
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= ms) at++;
    return (worked[at] as number) + workedIn(segments[at] as Segment, ms);
  }

  function between(fromMs: number, toMs: number): number {
    const from = clampMs(fromMs);
    const to = clampMs(toMs);
    ensure(from);
    ensure(to);
    return workedInRange(to) - workedInRange(from);
  }

  function workUntil(atMs: number): number {
    const ms = clampMs(atMs);
    ensure(ms);
    return workedBefore + workedInRange(ms);
  }

  function add(fromMs: number, workMs: number): number {
    if (workMs === 0 || Number.isNaN(workMs)) return fromMs;
    const from = clampMs(fromMs);
    ensure(from);
    for (let years = 1; ; years *= 2) {
      const target = workedInRange(from) + workMs;
      const isCovered = workMs > 0 ? target <= (worked.at(-1) as number) : target >= 0;
      if (isCovered) return workMs > 0 ? firstReaching(target) : lastReaching(target);
      if (workMs > 0 && lastYear >= LAST_YEAR) return Number.POSITIVE_INFINITY;
      if (workMs < 0 && firstYear <= FIRST_YEAR) return Number.NEGATIVE_INFINITY;
      if (workMs > 0) cover(firstYear, Math.min(LAST_YEAR, lastYear + years));
      else cover(Math.max(FIRST_YEAR, firstYear - years), lastYear);
    }
  }

  function firstReaching(target: number): number {
    let at = lastAtOrBefore(worked, target);
    while (at > 0 && (worked[at] as number) >= target) at--;
    return inside(at, target, 'firstReaching');
  }

  function lastReaching(target: number): number {
    let at = Math.min(lastAtOrBefore(worked, target), segments.length - 1);
    while (at > 0 && (worked[at + 1] as number) === target) at++;
    return inside(Math.min(at, segments.length - 1), target, 'lastAt');
  }

  function inside(at: number, target: number, side: 'firstReaching' | 'lastAt'): number {
    const { startMs, pattern, offsetMs } = segments[at] as Segment;
    const intoMs = target - (worked[at] as number);
    if (!pattern) return startMs + intoMs;
    return pattern[side](pattern.workUntil(startMs + offsetMs) + intoMs) - offsetMs;
  }

  const isOpen = (atMs: number): boolean => between(atMs, atMs + 1) === 1;

  function nextOpening(atMs: number): number | null {
    if (isOpen(atMs)) return atMs;
    const oneIn = add(atMs, 1);
    return Number.isFinite(oneIn) ? oneIn - 1 : null;
  }

  return { between, workUntil, add, isOpen, nextOpening };
}

function workedIn({ startMs, pattern, offsetMs, isOpen }: Segment, untilMs: number): number {
  if (pattern) return pattern.workUntil(untilMs + offsetMs) - pattern.workUntil(startMs + offsetMs);
  return isOpen ? untilMs - startMs : 0;
}

const BUCKET_MS = 8 * 86_400_000;

function bucketsOf(starts: Float64Array, fromMs: number, toMs: number): Int32Array {
  const buckets = new Int32Array(Math.ceil((toMs - fromMs) / BUCKET_MS));
  let at = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    const startMs = fromMs + bucket * BUCKET_MS;
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= startMs) at++;
    buckets[bucket] = at;
  }
  return buckets;
}

/** Index of the last element ≤ value in an ascending array; 0 where there is none. */
function lastAtOrBefore(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
