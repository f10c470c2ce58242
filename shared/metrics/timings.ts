import type { Block, BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { clip, unite } from '../worktime/spans.ts';
import type { Span } from '../worktime/spans.ts';

/** One duration measured three ways, in ms. */
export interface Timing {
  /** Wall clock. */
  readonly wallMs: number;
  /** Inside the calendar's working time. */
  readonly workMs: number;
  /** Inside working time, without the stretches in which the work was blocked. */
  readonly activeMs: number;
}

/** Turnaround: completed − requested. Null where either is unknown or they are the wrong way round. */
export const turnaroundOf = (deliverable: Deliverable, clock: WorkClock): Timing | null =>
  timingBetween(deliverable, deliverable.requestedAtMs, deliverable.completedAtMs, clock);

/** Cycle time: completed − started. Null where either is unknown or they are the wrong way round. */
export const cycleTimeOf = (deliverable: Deliverable, clock: WorkClock): Timing | null =>
  timingBetween(deliverable, deliverable.startedAtMs, deliverable.completedAtMs, clock);

/** Work in progress ages by its working time so far; null where it has not begun or is done. */
export const ageOf = (deliverable: Deliverable, clock: WorkClock, nowMs: number): Timing | null =>
  deliverable.completedAtMs === null
    ? timingBetween(deliverable, deliverable.startedAtMs, nowMs, clock)
    : null;

/** Working ms in (fromMs, toMs) during which the work was blocked; overlapping blocks count once. */
export function blockedWorkMs(
  blocks: readonly Block[],
  clock: WorkClock,
  fromMs: number,
  toMs: number,
): number {
  if (blocks.length === 0) return 0;
  const spans = clip(unite(blocks.map((block) => spanOf(block, toMs))), fromMs, toMs);
  return spans.reduce((sum, span) => sum + clock.between(span.from, span.to), 0);
}

/** The blocker clock: working ms waited until `nowMs`, by who was waited for. */
export function waitedFor(
  deliverable: Deliverable,
  clock: WorkClock,
  nowMs: number,
): ReadonlyMap<BlockedOn, number> {
  const untilMs = deliverable.completedAtMs ?? nowMs;
  const waited = new Map<BlockedOn, number>();
  for (const on of new Set(deliverable.blocks.map((block) => block.on))) {
    const blocks = deliverable.blocks.filter((block) => block.on === on);
    waited.set(on, blockedWorkMs(blocks, clock, Number.NEGATIVE_INFINITY, untilMs));
  }
  return waited;
}

export const spanOf = (block: Block, untilMs: number): Span => ({
  from: block.fromMs,
  to: block.toMs ?? untilMs,
});

function timingBetween(
  { blocks }: Deliverable,
  fromMs: number | null,
  toMs: number | null,
  clock: WorkClock,
): Timing | null {
  if (fromMs === null || toMs === null || toMs < fromMs) return null;
  const workMs = clock.between(fromMs, toMs);
  const activeMs = workMs - blockedWorkMs(blocks, clock, fromMs, toMs);
  return { wallMs: toMs - fromMs, workMs, activeMs };
}
