import type { DayKey } from '../day.ts';
import type { BlockedOn, Deliverable } from '../deliverables/deliverable.ts';
import type { SlaStage } from '../plan/outcome.ts';
import type { Span } from '../worktime/spans.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import { NO_TOTALS, contributionOf } from './rollup.ts';
import type { AmountName, Contribution, DayTotals } from './rollup.ts';
import { answeredAt, excusedWorkMs } from './sla.ts';
import type { Terms } from './terms.ts';
import { cycleTimeOf, turnaroundOf, waitedFor } from './timings.ts';

type Draft = { -readonly [Name in keyof DayTotals]: DayTotals[Name] };

/**
 * All that one deliverable adds to roll-ups under the terms of its member and outcome. Output, times and
 * the promise to complete count on its day of completion; a first response and the promises to respond
 * and to start on the work day of the answer, also while the work is open. So there are at most three
 * cells. What is neither answered nor completed adds nothing, however late it is: see `openSla`.
 */
export function contributionsOf(
  deliverable: Deliverable,
  terms: Terms,
  outages: readonly Span[] = [],
): readonly Contribution[] {
  if (deliverable.isDeleted || deliverable.isMoved) return [];
  const cells: (Contribution & { readonly totals: Draft })[] = [];
  const completion = contributionOf(deliverable);
  if (completion) cells.push({ ...completion, totals: timed(completion, deliverable, terms) });

  // Nobody noted the client's date of an answer: where it was not that of completion, it is the member's.
  const cellOn = (day: DayKey): Draft => {
    const held = cells.find((cell) => cell.day === day);
    if (held) return held.totals;
    const { outcomeId } = deliverable;
    const made = { outcomeId, day, clientDay: day, totals: { ...NO_TOTALS } };
    cells.push(made);
    return made.totals;
  };
  const cellOf = (stage: SlaStage, atMs: number): Draft =>
    stage === 'completed' || atMs === deliverable.completedAtMs
      ? cellOn(deliverable.day)
      : cellOn(terms.days.dayAt(atMs));

  const { requestedAtMs } = deliverable;
  if (requestedAtMs === null) return cells;
  const respondedAtMs = answeredAt(deliverable, 'responded');
  if (respondedAtMs !== null && respondedAtMs >= requestedAtMs) {
    const workMs = terms.clock.between(requestedAtMs, respondedAtMs);
    cellOf('responded', respondedAtMs).responseWorkMs = [workMs];
  }
  for (const { to, minutes } of terms.slasAt(requestedAtMs)) {
    const atMs = answeredAt(deliverable, to);
    if (atMs === null) continue;
    const untilMs = Math.max(requestedAtMs, atMs);
    const allowedMs = minutes * MINUTE_MS;
    const usedMs = terms.clock.between(requestedAtMs, untilMs);
    const excusedMs = excusedWorkMs(deliverable, outages, terms.clock, requestedAtMs, untilMs);
    const names = PROMISE_NAMES[to];
    const cell = cellOf(to, atMs);
    cell[usedMs > allowedMs ? names.missed : names.met] += 1;
    cell[usedMs - excusedMs > allowedMs ? names.missedExcused : names.metExcused] += 1;
  }
  return cells;
}

function timed({ totals }: Contribution, deliverable: Deliverable, { clock }: Terms): Draft {
  const turnaround = turnaroundOf(deliverable, clock);
  const cycle = cycleTimeOf(deliverable, clock);
  const draft: Draft = { ...totals };
  if (turnaround) draft.turnaroundWorkMs = [turnaround.workMs];
  if (cycle) draft.cycleWorkMs = [cycle.workMs];
  if (cycle) draft.cycleActiveMs = [cycle.activeMs];
  if (deliverable.blocks.length === 0) return draft;
  for (const [on, waitedMs] of waitedFor(deliverable, clock, 0)) draft[WAIT_NAMES[on]] = waitedMs;
  return draft;
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
