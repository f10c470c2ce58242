import type { Deliverable } from '../deliverables/deliverable.ts';
import type { Answer, Answers } from '../sops/answer.ts';
import type { Run } from '../sops/run.ts';
import { clip, unite } from '../worktime/spans.ts';

/** One run and what its figures are read from. */
export interface RunFacts {
  readonly run: Run;
  /** The run's answers and what others signed. */
  readonly answers: Answers;
  /** What was answered at a step and answered again later, oldest first. */
  readonly earlier: ReadonlyMap<string, readonly Answer[]>;
  /** The output it was made for or made; null where there is none, or where it is not here. */
  readonly deliverable: Deliverable | null;
}

/**
 * How a run ended, which says where it counts:
 *
 * - `finished`: everywhere, by the version that it was finished with.
 * - `abandoned`: at the steps that were gone through, and among those that were not finished. It has no time and
 *   no result.
 * - `handedOver`: nowhere. It goes on as the colleague's run, which has the same answers and counts by itself.
 * - `open` (also paused and blocked ones), `notBegun` (a schedule's) and `missed`: nowhere.
 *
 * A run that was made for a step of another one counts for its own SOP as any other; the time it took is
 * part of the other run's time too.
 */
export type RunEnd = 'finished' | 'abandoned' | 'handedOver' | 'open' | 'notBegun' | 'missed';

export function runEnd(run: Run): RunEnd {
  if (run.finishedAtMs !== null) return 'finished';
  if (run.handedAtMs !== null) return 'handedOver';
  if (run.abandonedAtMs !== null) return 'abandoned';
  if (run.missedAtMs !== null) return 'missed';
  return run.startedAtMs === 0 ? 'notBegun' : 'open';
}

/** Whether it was begun with another version than the one it ended with. */
export const isMigrated = ({ choices }: Run): boolean =>
  choices.some(({ choice }) => choice === 'migrate');

/** Whether a colleague had begun it. */
export const isTakenOver = ({ fromRunId }: Run): boolean => fromRunId !== '';

/**
 * From start to finish, less the time it was paused or blocked: milliseconds. Null where no one clock
 * shows it: what is not finished, what two people made, and what was begun with another version.
 */
export function activeTimeMs(run: Run): number | null {
  const { startedAtMs, finishedAtMs } = run;
  if (finishedAtMs === null || startedAtMs <= 0 || finishedAtMs < startedAtMs) return null;
  if (isMigrated(run) || isTakenOver(run)) return null;
  return timeWithoutHolds(run, startedAtMs, finishedAtMs);
}

/** Milliseconds between two instants in which a run did not stand still. Holds that overlap count once. */
export function timeWithoutHolds({ holds }: Run, fromMs: number, toMs: number): number {
  if (holds.length === 0) return toMs - fromMs;
  const still = clip(
    unite(holds.map((hold) => ({ from: hold.fromMs, to: hold.toMs ?? toMs }))),
    fromMs,
    toMs,
  );
  return still.reduce((left, { from, to }) => left - (to - from), toMs - fromMs);
}
