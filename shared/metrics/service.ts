import type { Deliverable } from '../deliverables/deliverable.ts';
import { SLA_STAGES } from '../plan/outcome.ts';
import type { SlaStage } from '../plan/outcome.ts';
import { complianceOf, openSla } from './compliance.ts';
import type { OpenSla, SlaCompliance } from './compliance.ts';
import { waitSharesOf } from './flow.ts';
import type { WaitShare } from './flow.ts';
import type { GroupBy } from './overview-groups.ts';
import { quantile } from './rollup.ts';
import type { DayTotals } from './rollup.ts';
import type { Samples } from './samples.ts';
import type { TermsBook } from './terms.ts';

/** How long something took: exact quantiles of `count` measured times, in ms. */
export interface TimeSpread {
  readonly count: number;
  readonly p50Ms: number;
  readonly p85Ms: number;
  readonly p95Ms: number;
}

/** How reliably and how fast work was answered. All times are working time. */
export interface ServiceFigures {
  readonly compliance: SlaCompliance;
  /** Promises that are late now and not yet answered. */
  readonly overdueCount: number;
  /** Completed − requested. */
  readonly turnaround: TimeSpread | null;
  /** Completed − started. */
  readonly cycle: TimeSpread | null;
  /** First answer − requested. */
  readonly response: TimeSpread | null;
  readonly waits: Waits | null;
}

/** The blocker clock of completed work: how much of its turnaround it waited, and for whom. */
export interface Waits {
  /** Waited ÷ turnaround, 0–1. */
  readonly ofTurnaroundRatio: number;
  readonly by: readonly WaitShare[];
}

export function serviceOf(
  totals: DayTotals,
  late: OpenSla,
  stages: readonly SlaStage[] = SLA_STAGES,
): ServiceFigures {
  return {
    compliance: complianceOf(totals, late, stages),
    overdueCount: stages.reduce((sum, stage) => sum + late[stage].overdue, 0),
    turnaround: spreadOf(totals.turnaroundWorkMs),
    cycle: spreadOf(totals.cycleWorkMs),
    response: spreadOf(totals.responseWorkMs),
    waits: waitsOf(totals),
  };
}

/** What is overdue now of each member, or of each outcome. */
export function lateBy(
  by: GroupBy,
  open: Iterable<Deliverable>,
  terms: TermsBook,
  nowMs: number,
): ReadonlyMap<string, OpenSla> {
  const groups = new Map<string, Deliverable[]>();
  for (const each of open) {
    const id = by === 'member' ? each.memberId : each.outcomeId;
    const group = groups.get(id);
    if (group) group.push(each);
    else groups.set(id, [each]);
  }
  return new Map([...groups].map(([id, own]) => [id, openSla(own, terms, nowMs)]));
}

function spreadOf(sorted: Samples): TimeSpread | null {
  const at = (p: number): number => quantile(sorted, p) ?? 0;
  return sorted.length === 0
    ? null
    : { count: sorted.length, p50Ms: at(0.5), p85Ms: at(0.85), p95Ms: at(0.95) };
}

function waitsOf(totals: DayTotals): Waits | null {
  const wholeMs = totals.turnaroundWorkMs.reduce((sum, ms) => sum + ms, 0);
  const by = waitSharesOf(totals);
  const waitedMs = by.reduce((sum, each) => sum + each.waitedMs, 0);
  return wholeMs > 0 ? { ofTurnaroundRatio: Math.min(1, waitedMs / wholeMs), by } : null;
}
