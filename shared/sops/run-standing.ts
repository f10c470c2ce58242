import { isWaiting, waitEndsAtMs } from './answer.ts';
import type { PathStep } from './path.ts';
import { nextOpen, shownOn } from './path.ts';
import type { Hold, Run } from './run.ts';
import { openHold } from './run.ts';
import type { Step } from './step.ts';

export const RUN_STATES = [
  'due',
  'underWay',
  'paused',
  'blocked',
  'waiting',
  'waitOver',
  'finished',
  'abandoned',
  'missed',
  'handed',
] as const;
/**
 * `due`: a schedule's, and nobody has begun it; `waiting`: the next step is a wait that goes on; `waitOver`:
 * the least time of a wait has passed, and somebody is to look.
 */
export type RunState = (typeof RUN_STATES)[number];

/** Where a run stands, and what it stands still for. */
export interface RunStanding {
  readonly state: RunState;
  /** What it is paused or blocked by; null in other states. */
  readonly hold: Hold | null;
  /** The wait that goes on or is over; null in other states. */
  readonly wait: Step | null;
  /** When the wait is over, or until when it is due; null where nobody said. */
  readonly untilMs: number | null;
}

/** `path` is the run's way through its version. */
export function runStanding(run: Run, path: readonly PathStep[], nowMs: number): RunStanding {
  const nothing = { hold: null, wait: null, untilMs: null };
  const ended = endedState(run);
  if (ended) return { ...nothing, state: ended };
  if (run.startedAtMs === 0) return { ...nothing, state: 'due', untilMs: run.dueAtMs };
  const hold = openHold(run);
  if (hold) return { ...nothing, state: hold.kind, hold };
  return waitStanding(path, nowMs) ?? { ...nothing, state: 'underWay' };
}

function endedState(run: Run): RunState | null {
  if (run.finishedAtMs !== null) return 'finished';
  if (run.handedAtMs !== null) return 'handed';
  if (run.abandonedAtMs !== null) return 'abandoned';
  return run.missedAtMs === null ? null : 'missed';
}

/** A wait that is over comes before one that goes on: somebody can act on it. */
function waitStanding(path: readonly PathStep[], nowMs: number): RunStanding | null {
  const over = path.find(({ step, isShown, answer }) => {
    if (!isShown || !isWaiting(step, answer)) return false;
    const endsAtMs = waitEndsAtMs(step, answer);
    return endsAtMs !== null && endsAtMs <= nowMs;
  });
  if (over) return { state: 'waitOver', hold: null, wait: over.step, untilMs: endOf(over) };
  const next = nextOpen(path);
  return next && isWaiting(next.step, next.answer)
    ? { state: 'waiting', hold: null, wait: next.step, untilMs: endOf(next) }
    : null;
}

const endOf = ({ step, answer }: PathStep): number | null => waitEndsAtMs(step, answer);

/** How many of the steps that are shown are settled. A step that is passed over is settled too. */
export function runProgress(path: readonly PathStep[]): {
  readonly settledCount: number;
  readonly stepCount: number;
} {
  const shown = shownOn(path);
  const settled = shown.filter(({ answer, problem }) => answer !== undefined && problem === null);
  return { settledCount: settled.length, stepCount: shown.length };
}
