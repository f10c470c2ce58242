import type { DayKey } from '../day.ts';
import type { BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import { believable } from '../deliverables/oddities.ts';
import type { SlaStage } from '../plan/outcome.ts';
import type { Span } from '../worktime/spans.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import { NO_TOTALS, outputOf } from './rollup.ts';
import type { AmountName, Contribution, TotalsDraft } from './rollup.ts';
import { answeredAt, excusedWorkMs } from './sla.ts';
import type { Terms } from './terms.ts';
import { blockedWorkMs, waitedFor } from './timings.ts';

/** A cell that is being put together. */
interface Draft extends Contribution {
  readonly totals: TotalsDraft;
}

/**
 * All that one deliverable adds to roll-ups under the terms of its member and outcome, as far as it can be
 * believed. Output, times and the promise to complete count on its day of completion; arrival, start,
 * first response and the promises to respond and to start each on its own work day, also while the work is
 * open. So there are at most four cells. Work whose beginning nobody knows adds nothing until it is
 * answered or completed; what is late and unanswered is in `openSla`.
 */
export function contributionsOf(
  given: Deliverable,
  terms: Terms,
  outages: readonly Span[] = terms.outages,
): readonly Contribution[] {
  if (given.isDeleted || given.isMoved) return [];
  const deliverable = believable(given, terms.currencies);
  if (!deliverable) return [nothingBut(given)];
  const cells: Draft[] = [];
  const reached = reachedStages(deliverable, terms.clock);
  if (reached.completed) {
    const completion = completionOf(deliverable, reached.completed, reached.started, terms);
    if (deliverable !== given) completion.totals.oddCount = 1;
    cells.push(completion);
  }
  addPromises(cells, deliverable, reached, terms, outages);
  addFlow(cells, deliverable, terms);
  return cells;
}

/** The first response, and the promises that are answered. */
function addPromises(
  cells: Draft[],
  deliverable: Deliverable,
  reached: Reached,
  terms: Terms,
  outages: readonly Span[],
): void {
  const { requestedAtMs } = deliverable;
  if (requestedAtMs === null) return;
  const { responded } = reached;
  if (responded && responded.atMs >= requestedAtMs) {
    const { atMs, workMs } = responded;
    totalsOf(cells, deliverable, atMs, terms).responseWorkMs = [Math.round(workMs)];
  }
  for (const { to, minutes } of terms.slasAt(requestedAtMs)) {
    const answer = reached[to];
    if (!answer) continue;
    const allowedMs = minutes * MINUTE_MS;
    const usedMs = Math.max(0, answer.workMs);
    const usedUntilMs = Math.max(requestedAtMs, answer.atMs);
    const excusedMs = excusedWorkMs(deliverable, outages, terms.clock, requestedAtMs, usedUntilMs);
    const totals = totalsOf(cells, deliverable, answer.atMs, terms);
    const names = PROMISE_NAMES[to];
    totals[usedMs > allowedMs ? names.missed : names.met] += 1;
    totals[usedMs - excusedMs > allowedMs ? names.missedExcused : names.metExcused] += 1;
    if (usedMs <= allowedMs || deliverable.blocks.length === 0) continue;
    const waitedMs = blockedWorkMs(deliverable.blocks, terms.clock, requestedAtMs, usedUntilMs);
    if (usedMs - waitedMs <= allowedMs) totals.missedByWaitingCount += 1;
  }
}

/** When a stage was reached. */
interface Answer {
  readonly atMs: number;
  /** Working ms since the request, or since the start where no request is known. */
  readonly workMs: number;
}

type Reached = Readonly<Record<SlaStage, Answer | null>>;

/** Every time of a deliverable is measured from one origin: stages reached at once are measured once. */
function reachedStages(deliverable: Deliverable, clock: WorkClock): Reached {
  const originMs = deliverable.requestedAtMs ?? deliverable.startedAtMs;
  const completed = answer(answeredAt(deliverable, 'completed'), originMs, clock, null);
  const started = answer(answeredAt(deliverable, 'started'), originMs, clock, completed);
  const responded = answer(answeredAt(deliverable, 'responded'), originMs, clock, started);
  return { responded, started, completed };
}

function answer(
  atMs: number | null,
  originMs: number | null,
  clock: WorkClock,
  next: Answer | null,
): Answer | null {
  if (atMs === null) return null;
  if (next?.atMs === atMs) return next;
  return { atMs, workMs: clock.between(originMs ?? atMs, atMs) };
}

function completionOf(
  deliverable: Deliverable,
  { atMs, workMs }: Answer,
  started: Answer | null,
  { clock }: Terms,
): Draft {
  const { outcomeId, day, clientDay, requestedAtMs, startedAtMs, blocks } = deliverable;
  const totals = outputOf(deliverable, atMs);
  if (requestedAtMs !== null && requestedAtMs <= atMs) {
    totals.turnaroundWorkMs = [Math.round(workMs)];
  }
  if (startedAtMs !== null && startedAtMs <= atMs) {
    const cycleMs = workMs - (started?.workMs ?? 0);
    const blockedMs = blockedWorkMs(blocks, clock, startedAtMs, atMs);
    totals.cycleWorkMs = [Math.round(cycleMs)];
    totals.cycleActiveMs = [Math.round(cycleMs - blockedMs)];
  }
  if (blocks.length > 0) {
    totals.waitedCount = 1;
    for (const [on, waitedMs] of waitedFor(deliverable, clock, atMs)) {
      totals[WAIT_NAMES[on]] = Math.round(waitedMs);
    }
  }
  return { outcomeId, day, clientDay, totals };
}

/** Of completed work that counts nowhere: that it was there. */
const nothingBut = ({ outcomeId, day, clientDay }: Deliverable): Contribution => ({
  outcomeId,
  day,
  clientDay,
  totals: { ...NO_TOTALS, oddCount: 1 },
});

/**
 * Arrival and start. Neither is later than what follows from it, so that the running sums of arrived,
 * started and completed work never cross: work that was begun before it was asked for arrives when it is
 * begun, and no day is later than the day of completion.
 */
function addFlow(cells: Draft[], deliverable: Deliverable, terms: Terms): void {
  const { requestedAtMs, startedAtMs, completedAtMs } = deliverable;
  const beganAtMs = startedAtMs ?? completedAtMs;
  if (beganAtMs !== null) flowTotalsOf(cells, deliverable, beganAtMs, terms).startedCount += 1;
  const arrivedAtMs = Math.min(requestedAtMs ?? Infinity, beganAtMs ?? Infinity);
  if (arrivedAtMs === Infinity) return;
  flowTotalsOf(cells, deliverable, arrivedAtMs, terms).arrivedCount += 1;
}

function flowTotalsOf(
  cells: Draft[],
  deliverable: Deliverable,
  atMs: number,
  terms: Terms,
): TotalsDraft {
  const { completedAtMs, day } = deliverable;
  if (atMs === completedAtMs) return totalsOn(cells, deliverable, day);
  const workDay = terms.days.dayAt(atMs);
  return totalsOn(cells, deliverable, completedAtMs !== null && workDay > day ? day : workDay);
}

/**
 * The totals of the day of an answer. Nobody noted the client's date of an answer: where it was not
 * given on the day of completion, it is the member's.
 */
const totalsOf = (
  cells: Draft[],
  deliverable: Deliverable,
  atMs: number,
  terms: Terms,
): TotalsDraft =>
  totalsOn(
    cells,
    deliverable,
    atMs === deliverable.completedAtMs ? deliverable.day : terms.days.dayAt(atMs),
  );

function totalsOn(cells: Draft[], { outcomeId }: Deliverable, day: DayKey): TotalsDraft {
  for (const cell of cells) if (cell.day === day) return cell.totals;
  const totals = { ...NO_TOTALS };
  cells.push({ outcomeId, day, clientDay: day, totals });
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
