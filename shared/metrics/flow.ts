import { BLOCKED_ON } from '../deliverables/deliverable.ts';
import type { BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import { WAIT_NAMES } from './contributions.ts';
import type { DayTotals } from './rollup.ts';

/** Work in progress: started, not completed ("WIP" of the Kanban Guide, 2020). Blocked work is among it. */
export const inProgress = <T extends Deliverable>(open: readonly T[]): readonly T[] =>
  open.filter(({ startedAtMs, completedAtMs }) => startedAtMs !== null && completedAtMs === null);

/** How long completed work waited for somebody. */
export interface WaitShare {
  readonly on: BlockedOn;
  /** Working ms. */
  readonly waitedMs: number;
  /** Of all the waiting, 0–1. A stretch that waited for two counts for both. */
  readonly shareRatio: number;
}

/** Who was waited for, the longest first; nobody where nothing waited. */
export function waitSharesOf(totals: DayTotals): readonly WaitShare[] {
  const waits = BLOCKED_ON.map((on) => ({ on, waitedMs: totals[WAIT_NAMES[on]] }));
  const allMs = waits.reduce((sum, { waitedMs }) => sum + waitedMs, 0);
  return waits
    .filter(({ waitedMs }) => waitedMs > 0)
    .map(({ on, waitedMs }) => ({ on, waitedMs, shareRatio: waitedMs / allMs }))
    .toSorted((a, b) => b.waitedMs - a.waitedMs);
}
