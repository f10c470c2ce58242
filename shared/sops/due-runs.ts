import type { Occurrence } from '../deliverables/occurrences.ts';
import type { CatchUpRule } from '../deliverables/recurrence.ts';
import type { Json } from '../json.ts';
import type { MissedReason, Run } from './run.ts';
import { isRunOpen } from './run.ts';

/** One time that a schedule comes, as its member's device looks at it. */
export interface Turn {
  /** The run's id: the same on every device of the member. */
  readonly id: string;
  readonly occurrence: Occurrence;
  /** Until when it can be begun on schedule; UTC ms. */
  readonly untilMs: number;
  /** The run as it is known; undefined where nobody has made it yet. */
  readonly held: Run | undefined;
}

export interface TurnEdit {
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** What every run of a schedule is made with. */
export type Made = Readonly<Record<string, Json>>;

/**
 * What is to be written about a schedule's turns whose time has come, earliest first: due ones are made,
 * and what nobody began in time is missed, with the reason. Writing it and asking again gives nothing.
 *
 * After its time a turn is still due where each is made up for (`all`), and where one stands for several
 * (`once`) the latest is; otherwise it is missed. Whoever had it before them did not begin it
 * (`notStarted`); whose Outlog was closed meanwhile could not (`notRunning`).
 */
export function turnEdits(
  turns: readonly Turn[],
  catchUp: CatchUpRule,
  made: (turn: Turn) => Made,
  nowMs: number,
): readonly TurnEdit[] {
  return turns.flatMap((turn, at) => {
    const { id, held, untilMs } = turn;
    if (held && !isWaiting(held)) return [];
    const isLatest = at === turns.length - 1;
    const isDue = nowMs <= untilMs || catchUp === 'all' || (catchUp === 'once' && isLatest);
    if (isDue) return held ? [] : [{ id, fields: made(turn) }];
    const missed = { missedAtMs: nowMs, missedReason: reasonOf(held, catchUp) };
    return [{ id, fields: held ? missed : { ...made(turn), ...missed } }];
  });
}

/** Nobody has begun it, and nobody has said what became of it. */
const isWaiting = (run: Run): boolean => run.startedAtMs === 0 && isRunOpen(run);

function reasonOf(held: Run | undefined, catchUp: CatchUpRule): MissedReason {
  if (held) return 'notStarted';
  return catchUp === 'once' ? 'caughtUpOnce' : 'notRunning';
}
