import type { Block, BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { clip, unite } from '../worktime/spans.ts';
import type { Span } from '../worktime/spans.ts';

/** How old work in progress is, in working ms; null where it has not begun, is done, or begins later. */
export function ageMsOf(
  { startedAtMs, completedAtMs }: Deliverable,
  clock: WorkClock,
  nowMs: number,
): number | null {
  if (startedAtMs === null || completedAtMs !== null || startedAtMs > nowMs) return null;
  return clock.between(startedAtMs, nowMs);
}

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
