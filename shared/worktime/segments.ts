import type { DayKey } from '../day.ts';
import { datesFrom, shiftsOn } from './compiled-version.ts';
import type { CompiledVersion } from './compiled-version.ts';
import { clip, unite } from './spans.ts';
import type { Span } from './spans.ts';
import type { WeeklyPattern } from './weekly-pattern.ts';
import { DAY_MS, localMidnightMs, offsetAt, transitionsIn } from './zone-offset.ts';

/**
 * A stretch of time in which working time is one simple function: the weekly pattern at a constant
 * offset, or plainly open or closed. Everything irregular (a holiday, a clock change, a new version)
 * lies in short stretches of the second kind.
 */
export interface Segment {
  readonly startMs: number;
  readonly pattern: WeeklyPattern | null;
  readonly offsetMs: number;
  readonly isOpen: boolean;
}

/** The segments that cover [fromMs, toMs), in order and without a hole. */
export function segmentsIn(
  versions: readonly CompiledVersion[],
  fromMs: number,
  toMs: number,
): readonly Segment[] {
  const irregular = clip(
    unite(versions.flatMap((each) => irregularSpans(each, fromMs, toMs))),
    fromMs,
    toMs,
  );
  const segments: Segment[] = [];
  let atMs = fromMs;
  for (const span of irregular) {
    if (span.from > atMs) segments.push(regularSegment(versions, atMs));
    segments.push(...explicitSegments(versions, span));
    atMs = span.to;
  }
  if (atMs < toMs) segments.push(regularSegment(versions, atMs));
  return segments;
}

/** Where a version's weekly pattern does not simply hold: around clock changes, holidays and its two ends. */
function irregularSpans(compiled: CompiledVersion, fromMs: number, toMs: number): readonly Span[] {
  const { version, untilDay, holidays, reach, reachDays } = compiled;
  const reachMs = (reachDays + 2) * DAY_MS;
  const around = (ms: number): Span => ({ from: ms - reachMs, to: ms + reachMs });
  const firstMs = Math.max(fromMs - reachMs, reach.from);
  const lastMs = Math.min(toMs + reachMs, reach.to);
  const spans = transitionsIn(version.timeZone, firstMs, lastMs).map(around);
  for (const day of [version.fromDay, untilDay]) {
    const ms = day === null ? Number.NaN : localMidnightMs(day);
    if (ms > fromMs - reachMs && ms < toMs + reachMs) spans.push(around(ms));
  }
  for (const day of holidays) {
    const ms = localMidnightMs(day);
    if (ms < firstMs || ms > lastMs) continue;
    const offset = offsetAt(version.timeZone, ms);
    spans.push({ from: ms - offset - DAY_MS, to: ms - offset + reachMs });
  }
  return spans;
}

function regularSegment(versions: readonly CompiledVersion[], startMs: number): Segment {
  for (const { version, pattern, untilDay } of versions.toReversed()) {
    const offsetMs = offsetAt(version.timeZone, startMs);
    const localMs = startMs + offsetMs;
    const isBefore = localMs < localMidnightMs(version.fromDay);
    if (isBefore || (untilDay !== null && localMs >= localMidnightMs(untilDay))) continue;
    if (pattern.weekWorkMs > 0) return { startMs, pattern, offsetMs, isOpen: false };
    break;
  }
  return { startMs, pattern: null, offsetMs: 0, isOpen: false };
}

function explicitSegments(versions: readonly CompiledVersion[], span: Span): readonly Segment[] {
  const near = versions.filter(({ reach }) => reach.from <= span.to && reach.to >= span.from);
  const open = clip(unite(near.flatMap((each) => shiftsIn(each, span))), span.from, span.to);
  const segments: Segment[] = [];
  let atMs = span.from;
  for (const { from, to } of open) {
    if (from > atMs) segments.push(plainSegment(atMs, false));
    segments.push(plainSegment(from, true));
    atMs = to;
  }
  if (atMs < span.to) segments.push(plainSegment(atMs, false));
  return segments;
}

const plainSegment = (startMs: number, isOpen: boolean): Segment => ({
  startMs,
  pattern: null,
  offsetMs: 0,
  isOpen,
});

/** Every shift of a version that may reach into the span. */
function shiftsIn(compiled: CompiledVersion, span: Span): readonly Span[] {
  const first = utcDay(span.from - (compiled.reachDays + 1) * DAY_MS);
  const last = utcDay(span.to + DAY_MS);
  return [...datesFrom(first, last)].flatMap((day) => shiftsOn(compiled, day));
}

const utcDay = (ms: number): DayKey => new Date(ms).toISOString().slice(0, 10);
