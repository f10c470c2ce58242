import type { BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import type { Sla, SlaStage } from '../plan/outcome.ts';
import type { Span } from '../worktime/spans.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import { NO_TOTALS, outputOf } from './rollup.ts';
import type { AmountName, Contribution, TotalsDraft } from './rollup.ts';
import { answeredAt, excusedWorkMs } from './sla.ts';
import type { Terms } from './terms.ts';
import { cycleTimeOf, turnaroundOf, waitedFor } from './timings.ts';

/** A cell that is being put together. */
interface Draft extends Contribution {
  readonly totals: TotalsDraft;
}

/**
 * All that one deliverable adds to roll-ups under the terms of its member and outcome. Output, times and
 * the promise to complete count on its day of completion; the first response and the promises to respond
 * and to start on the work day of the answer, also while the work is open. So there are at most three
 * cells. What is neither answered nor completed adds nothing, however late it is: see `openSla`.
 */
export function contributionsOf(
  deliverable: Deliverable,
  terms: Terms,
  outages: readonly Span[] = [],
): readonly Contribution[] {
  if (deliverable.isDeleted || deliverable.isMoved) return [];
  const cells: Draft[] = [];
  const { requestedAtMs, completedAtMs } = deliverable;
  if (completedAtMs !== null) cells.push(completionOf(deliverable, completedAtMs, terms));
  if (requestedAtMs === null) return cells;
  addResponse(cells, deliverable, requestedAtMs, terms);
  for (const sla of terms.slasAt(requestedAtMs)) {
    addPromise(cells, deliverable, requestedAtMs, sla, terms, outages);
  }
  return cells;
}

function completionOf(deliverable: Deliverable, completedAtMs: number, { clock }: Terms): Draft {
  const { outcomeId, day, clientDay } = deliverable;
  const totals = outputOf(deliverable, completedAtMs);
  const turnaround = turnaroundOf(deliverable, clock);
  if (turnaround) totals.turnaroundWorkMs = [Math.round(turnaround.workMs)];
  const cycle = cycleTimeOf(deliverable, clock);
  if (cycle) totals.cycleWorkMs = [Math.round(cycle.workMs)];
  if (cycle) totals.cycleActiveMs = [Math.round(cycle.activeMs)];
  if (deliverable.blocks.length > 0) {
    for (const [on, waitedMs] of waitedFor(deliverable, clock, completedAtMs)) {
      totals[WAIT_NAMES[on]] = Math.round(waitedMs);
    }
  }
  return { outcomeId, day, clientDay, totals };
}

function addResponse(
  cells: Draft[],
  deliverable: Deliverable,
  requestedAtMs: number,
  terms: Terms,
): void {
  const atMs = answeredAt(deliverable, 'responded');
  if (atMs === null || atMs < requestedAtMs) return;
  const workMs = terms.clock.between(requestedAtMs, atMs);
  totalsOf(cells, deliverable, atMs, terms).responseWorkMs = [Math.round(workMs)];
}

function addPromise(
  cells: Draft[],
  deliverable: Deliverable,
  requestedAtMs: number,
  { to, minutes }: Sla,
  terms: Terms,
  outages: readonly Span[],
): void {
  const atMs = answeredAt(deliverable, to);
  if (atMs === null) return;
  const untilMs = Math.max(requestedAtMs, atMs);
  const allowedMs = minutes * MINUTE_MS;
  const usedMs = terms.clock.between(requestedAtMs, untilMs);
  const excusedMs = excusedWorkMs(deliverable, outages, terms.clock, requestedAtMs, untilMs);
  const totals = totalsOf(cells, deliverable, atMs, terms);
  const names = PROMISE_NAMES[to];
  totals[usedMs > allowedMs ? names.missed : names.met] += 1;
  totals[usedMs - excusedMs > allowedMs ? names.missedExcused : names.metExcused] += 1;
}

/**
 * The totals of the day of an answer. Nobody noted the client's date of an answer: where it was not
 * given on the day of completion, it is the member's.
 */
function totalsOf(
  cells: Draft[],
  { outcomeId, completedAtMs, day }: Deliverable,
  atMs: number,
  terms: Terms,
): TotalsDraft {
  const answerDay = atMs === completedAtMs ? day : terms.days.dayAt(atMs);
  for (const cell of cells) if (cell.day === answerDay) return cell.totals;
  const totals = { ...NO_TOTALS };
  cells.push({ outcomeId, day: answerDay, clientDay: answerDay, totals });
  return totals;
}

interface PromiseNames {
  readonly met: AmountName;
  readonly missed: AmountName;
  readonly metExcused: AmountName;
  readonly missedExcused: AmountName;
}

/** Where the totals count the promises of a stage. */
export const PROMISE_NAMES: Readonly<Record<SlaStage, PromiseNames>> = {
  responded: {
    met: 'respondedMet',
    missed: 'respondedMissed',
    metExcused: 'respondedMetExcused',
    missedExcused: 'respondedMissedExcused',
  },
  started: {
    met: 'startedMet',
    missed: 'startedMissed',
    metExcused: 'startedMetExcused',
    missedExcused: 'startedMissedExcused',
  },
  completed: {
    met: 'completedMet',
    missed: 'completedMissed',
    metExcused: 'completedMetExcused',
    missedExcused: 'completedMissedExcused',
  },
};

/** Where the totals sum the waits for somebody. */
export const WAIT_NAMES: Readonly<Record<BlockedOn, AmountName>> = {
  manager: 'waitedManagerMs',
  client: 'waitedClientMs',
  colleague: 'waitedColleagueMs',
  system: 'waitedSystemMs',
  self: 'waitedSelfMs',
};
