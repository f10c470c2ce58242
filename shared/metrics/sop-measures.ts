import { isReturned } from '../deliverables/deliverable.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { clusteredProportion } from './clustered.ts';
import { medianOf } from './median.ts';
import { sortSamples } from './samples.ts';
import type { RunFacts } from './sop-runs.ts';
import { activeTimeMs, isMigrated } from './sop-runs.ts';
import { proportionOf } from './wilson.ts';

/**
 * What a procedure is judged by; less is better in each.
 *
 * - `activeTime`: median of the active time of a run, in milliseconds (see `activeTimeMs`).
 * - `turnaround`: median of completed − requested of the outputs that the runs made, in milliseconds of the
 *   clock on the wall; only outputs of which the request is known.
 * - `errors`: errors ÷ quantity of those outputs of which anything was said about errors, as Accuracy is 1 − it.
 * - `returned`: outputs that were returned or reopened ÷ outputs that were completed at least once.
 */
export const SOP_MEASURES = ['activeTime', 'turnaround', 'errors', 'returned'] as const;
export type SopMeasure = (typeof SOP_MEASURES)[number];

export const isTime = (measure: SopMeasure): boolean =>
  measure === 'activeTime' || measure === 'turnaround';

/** What one measure says, and the runs it says it of. */
export interface Estimate {
  /** Milliseconds, or a ratio. */
  readonly value: number;
  /** The range it lies in at 95%; null where there are too few runs for one. */
  readonly low: number | null;
  readonly high: number | null;
  /** What it was counted over: units for `errors`, else as many as there are runs. */
  readonly ofCount: number;
  readonly runs: readonly RunFacts[];
}

/** Null where no run says anything. Runs that were migrated in between are no version's: they never count. */
export function estimateOf(measure: SopMeasure, runs: readonly RunFacts[]): Estimate | null {
  const used = runsBehind(measure, runs);
  return isTime(measure) ? timeEstimate(measure, used) : shareEstimate(measure, used);
}

/** The runs that a measure can be read from; an output that several runs made counts with the last of them. */
function runsBehind(measure: SopMeasure, runs: readonly RunFacts[]): readonly RunFacts[] {
  const finished = runs.filter(({ run }) => run.finishedAtMs !== null && !isMigrated(run));
  if (measure === 'activeTime') return finished.filter(({ run }) => activeTimeMs(run) !== null);
  return lastOfEach(finished).filter(
    ({ deliverable }) => deliverable && says(measure, deliverable),
  );
}

function lastOfEach(finished: readonly RunFacts[]): readonly RunFacts[] {
  const last = new Map<string, RunFacts>();
  for (const facts of finished) {
    const id = facts.deliverable?.id;
    if (id === undefined) continue;
    const held = last.get(id);
    if (!held || (held.run.finishedAtMs ?? 0) < (facts.run.finishedAtMs ?? 0)) last.set(id, facts);
  }
  return [...last.values()];
}

function says(measure: SopMeasure, deliverable: Deliverable): boolean {
  if (deliverable.isDeleted) return false;
  switch (measure) {
    case 'turnaround':
      return turnaroundMs(deliverable) !== null;
    case 'errors':
      return deliverable.errors !== null && deliverable.quantity > 0;
    default:
      return deliverable.completedAtMs !== null || cameBack(deliverable);
  }
}

const turnaroundMs = ({ requestedAtMs, completedAtMs }: Deliverable): number | null =>
  requestedAtMs === null || completedAtMs === null || completedAtMs < requestedAtMs
    ? null
    : completedAtMs - requestedAtMs;

const cameBack = (deliverable: Deliverable): boolean =>
  deliverable.reopenedCount > 0 || deliverable.returnedAtMs !== null || isReturned(deliverable);

/** One sample a run, in milliseconds, ascending. */
export const timesOf = (measure: SopMeasure, used: readonly RunFacts[]): readonly number[] =>
  sortSamples(
    used.flatMap(({ run, deliverable }) => {
      const ms =
        measure === 'activeTime' ? activeTimeMs(run) : deliverable && turnaroundMs(deliverable);
      return ms ?? [];
    }),
  );

function timeEstimate(measure: SopMeasure, runs: readonly RunFacts[]): Estimate | null {
  const median = medianOf(timesOf(measure, runs));
  return median && { ...median, ofCount: median.count, runs };
}

function shareEstimate(measure: SopMeasure, runs: readonly RunFacts[]): Estimate | null {
  const outputs = runs.flatMap(({ deliverable }) => deliverable ?? []);
  const share =
    measure === 'errors'
      ? clusteredProportion(
          outputs.map(({ errors, quantity }) => ({ hits: errors ?? 0, units: quantity })),
        )
      : proportionOf(outputs.filter(cameBack).length, outputs.length);
  if (!share) return null;
  const { ratio, lowRatio, highRatio, count } = share;
  return { value: ratio, low: lowRatio, high: highRatio, ofCount: count, runs };
}
