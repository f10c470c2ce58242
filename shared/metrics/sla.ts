import type { Deliverable } from '../deliverables/deliverable.ts';
import { believable } from '../deliverables/oddities.ts';
import type { Sla, SlaStage } from '../plan/outcome.ts';
import { clip, overlapping, unite } from '../worktime/spans.ts';
import type { Span } from '../worktime/spans.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import { spanOf } from './timings.ts';

/**
 * How one deliverable stands to its SLA. `met` and `missed` are settled; `overdue` is not yet answered
 * and already late; `running` is not yet due and counts for nothing.
 */
export type SlaState = 'met' | 'missed' | 'overdue' | 'running';

export interface SlaReading {
  readonly state: SlaState;
  /** The same with outages and waiting for the client taken out: shown beside, never instead. */
  readonly excusedState: SlaState;
  /** Working ms used so far, or until the answer. */
  readonly usedMs: number;
  /** Working ms of outages and of waiting for the client within that. */
  readonly excusedMs: number;
  readonly dueAtMs: number;
}

/**
 * Reads the SLA clock, which runs in working time from the request to what the SLA promises. Null where
 * the request's time is unknown, or cannot be believed (see `odditiesOf`).
 */
export function readSla(
  given: Deliverable,
  sla: Pick<Sla, 'to' | 'minutes'>,
  clock: WorkClock,
  nowMs: number,
  outages: readonly Span[] = [],
): SlaReading | null {
  const deliverable = believable(given);
  const requestedAtMs = deliverable?.requestedAtMs ?? null;
  if (!deliverable || requestedAtMs === null) return null;
  const answeredAtMs = answeredAt(deliverable, sla.to);
  const untilMs = Math.max(requestedAtMs, answeredAtMs ?? nowMs);
  const usedMs = clock.between(requestedAtMs, untilMs);
  const excusedMs = excusedWorkMs(deliverable, outages, clock, requestedAtMs, untilMs);
  const allowedMs = sla.minutes * MINUTE_MS;
  const stateFor = (ms: number): SlaState => {
    if (answeredAtMs === null) return ms > allowedMs ? 'overdue' : 'running';
    return ms > allowedMs ? 'missed' : 'met';
  };
  return {
    state: stateFor(usedMs),
    excusedState: stateFor(usedMs - excusedMs),
    usedMs,
    excusedMs,
    dueAtMs: clock.add(requestedAtMs, allowedMs),
  };
}

/** When a stage was answered, or null. Reaching a later stage answers an earlier one. */
export function answeredAt(
  { respondedAtMs, startedAtMs, completedAtMs }: Deliverable,
  to: SlaStage,
): number | null {
  if (to === 'completed') return completedAtMs;
  if (to === 'started') return startedAtMs ?? completedAtMs;
  return respondedAtMs ?? startedAtMs ?? completedAtMs;
}

/**
 * Working ms of outages and of waiting for the client; where they overlap they count once. `outages` are
 * sorted and apart from each other.
 */
export function excusedWorkMs(
  { blocks }: Deliverable,
  outages: readonly Span[],
  clock: WorkClock,
  fromMs: number,
  toMs: number,
): number {
  const dark = outages.length === 0 ? outages : overlapping(outages, fromMs, toMs);
  if (blocks.length === 0 && dark.length === 0) return 0;
  const waits = blocks.filter((block) => block.on === 'client').map((block) => spanOf(block, toMs));
  const spans = clip(unite([...waits, ...dark]), fromMs, toMs);
  return spans.reduce((sum, span) => sum + clock.between(span.from, span.to), 0);
}
