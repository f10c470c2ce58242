import type { Deliverable } from '../deliverables/deliverable.ts';
import { SLA_STAGES } from '../plan/outcome.ts';
import type { SlaStage } from '../plan/outcome.ts';
import { PROMISE_NAMES } from './contributions.ts';
import type { AmountName } from './rollup.ts';
import { readSla } from './sla.ts';
import type { TermsBook } from './terms.ts';
import { proportionOf } from './wilson.ts';
import type { Proportion } from './wilson.ts';

/** Promises not answered and already late, by stage. No roll-up has them: they change with the clock. */
export type OpenSla = Readonly<
  Record<SlaStage, { readonly overdue: number; readonly overdueExcused: number }>
>;

export const NOTHING_OVERDUE: OpenSla = {
  responded: { overdue: 0, overdueExcused: 0 },
  started: { overdue: 0, overdueExcused: 0 },
  completed: { overdue: 0, overdueExcused: 0 },
};

/** What of the open work is overdue now; promises that are running still count for nothing. */
export function openSla(open: Iterable<Deliverable>, terms: TermsBook, nowMs: number): OpenSla {
  const late: Record<SlaStage, LateCounts> = {
    responded: { overdue: 0, overdueExcused: 0 },
    started: { overdue: 0, overdueExcused: 0 },
    completed: { overdue: 0, overdueExcused: 0 },
  };
  for (const each of open) {
    const { clock, slasAt, outages } = terms.of(each.memberId, each.outcomeId);
    if (each.requestedAtMs === null) continue;
    for (const sla of slasAt(each.requestedAtMs)) {
      const reading = readSla(each, sla, clock, nowMs, outages);
      if (reading?.state === 'overdue') late[sla.to].overdue += 1;
      if (reading?.excusedState === 'overdue') late[sla.to].overdueExcused += 1;
    }
  }
  return late;
}

interface LateCounts {
  overdue: number;
  overdueExcused: number;
}

/** Promises kept among those that can be judged. */
export interface Kept {
  readonly met: number;
  /** Met, missed and overdue. */
  readonly counted: number;
  /** `met` ÷ `counted`; null of none. */
  readonly share: Proportion | null;
}

export interface SlaCompliance {
  readonly raw: Kept;
  /** With outages and waiting for the client taken out: shown beside `raw`, never instead. */
  readonly excused: Kept;
}

/**
 * SLA compliance: promises kept ÷ those kept, missed or overdue. Overdue work counts while it is
 * open, or late work would look better the longer it lies. Of several stages each promise counts by
 * itself.
 */
export function complianceOf(
  totals: Readonly<Record<AmountName, number>>,
  open: OpenSla = NOTHING_OVERDUE,
  stages: readonly SlaStage[] = SLA_STAGES,
): SlaCompliance {
  const sum = (countOf: (stage: SlaStage) => number): number =>
    stages.reduce((all, stage) => all + countOf(stage), 0);
  const met = sum((stage) => totals[PROMISE_NAMES[stage].met]);
  const missed = sum((stage) => totals[PROMISE_NAMES[stage].missed] + open[stage].overdue);
  const metExcused = sum((stage) => totals[PROMISE_NAMES[stage].metExcused]);
  const missedExcused = sum(
    (stage) => totals[PROMISE_NAMES[stage].missedExcused] + open[stage].overdueExcused,
  );
  return { raw: kept(met, missed), excused: kept(metExcused, missedExcused) };
}

const kept = (met: number, missed: number): Kept => ({
  met,
  counted: met + missed,
  share: proportionOf(met, met + missed),
});
