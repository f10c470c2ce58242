import type { CheckInState, CheckInTime } from '../cadence/check-in-times.ts';
import type { ReviewTurn } from '../cadence/review-turns.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { riskTimes } from '../deliverables/pressure.ts';
import type { AgendaTerms } from '../deliverables/agenda.ts';
import type { Run } from '../sops/run.ts';
import { isRunOpen } from '../sops/run.ts';
import type { Occasion } from './plan-notices.ts';

/** A checklist of a schedule that nobody has begun, from its time on and until it is too late for it. */
export const runOccasions = (runs: readonly Run[]): readonly (Occasion & { readonly run: Run })[] =>
  runs.flatMap((run) =>
    run.startedAtMs === 0 && run.scheduledAtMs !== null && isRunOpen(run)
      ? [
          {
            key: `run/${run.id}`,
            kind: 'run' as const,
            atMs: run.scheduledAtMs,
            untilMs: run.dueAtMs ?? Number.POSITIVE_INFINITY,
            run,
          },
        ]
      : [],
  );

/**
 * When open work becomes at risk (see `pressureOn`), of each of its promises. Moved to another time it can
 * be at risk anew.
 */
export const riskOccasions = <T extends Deliverable>(
  work: T,
  terms: AgendaTerms,
  nowMs: number,
): readonly (Occasion & { readonly work: T })[] =>
  riskTimes(work, terms, nowMs).map(({ promise, dueAtMs, atRiskAtMs }) => ({
    key: `promise/${work.memberId}/${work.id}/${promise}/${dueAtMs}`,
    kind: 'promise',
    atMs: atRiskAtMs,
    untilMs: dueAtMs,
    work,
  }));

/** A member's check-in of a day, until that day is over. */
export const checkInOccasions = (
  days: readonly { readonly time: CheckInTime | null; readonly state: CheckInState }[],
): readonly Occasion[] =>
  days.flatMap(({ time, state }) =>
    time && (state === 'due' || state === 'ahead')
      ? [
          {
            key: `checkIn/${time.day}`,
            kind: 'checkIn' as const,
            atMs: time.atMs,
            untilMs: time.endsAtMs,
          },
        ]
      : [],
  );

/** Reviews that whoever holds them has neither held nor skipped; due until the next one is. */
export const reviewOccasions = (
  turns: readonly ReviewTurn[],
): readonly (Occasion & { readonly turn: ReviewTurn })[] =>
  turns.flatMap((turn) =>
    turn.state === 'due' || turn.state === 'coming'
      ? [
          {
            key: `review/${turn.id}`,
            kind: 'review' as const,
            atMs: turn.atMs,
            untilMs: Number.POSITIVE_INFINITY,
            turn,
          },
        ]
      : [],
  );
