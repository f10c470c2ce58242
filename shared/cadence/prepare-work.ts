import { openBlock } from '../deliverables/deliverable.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { comparePressure, pressureOn } from '../deliverables/pressure.ts';
import type { Pressure } from '../deliverables/pressure.ts';
import { holdUps } from '../metrics/insights/chain.ts';
import type { TermsBook } from '../metrics/terms.ts';
import type { LateFigure, StuckFigure } from './review-figures.ts';

export interface WorkSource {
  readonly open: readonly Deliverable[];
  /** Everybody's open work: what waits behind something may be somebody else's. */
  readonly allOpen: readonly Deliverable[];
  readonly terms: TermsBook;
  /** Working ms that an outcome's work usually takes; null where unknown. */
  readonly usualWorkMsOf: (outcomeId: string) => number | null;
  readonly names: WorkNames;
  /** When the work day ends that is now; UTC ms. */
  readonly dayEndsAtMs: number;
  readonly nowMs: number;
}

export interface WorkNames {
  readonly member: (id: string) => string;
  readonly outcome: (id: string) => string;
  /** What a piece of work is called. */
  readonly work: (work: Deliverable) => string;
}

/** What waits for somebody, the longest wait first, with all that waits behind it. */
export function stuckWork(source: WorkSource): readonly StuckFigure[] {
  const openById = new Map(source.allOpen.map((work) => [work.id, work]));
  const behindById = new Map(holdUps(openById).map(({ id, behindIds }) => [id, behindIds]));
  return source.open
    .flatMap((work): readonly StuckFigure[] => {
      const block = openBlock(work);
      if (!block) return [];
      return [
        {
          ...aboutWork(work, source.names),
          on: block.on,
          who: block.whoId && source.names.member(block.whoId),
          reason: block.reason,
          sinceMs: block.fromMs,
          behind: (behindById.get(work.id) ?? [])
            .flatMap((id) => openById.get(id) ?? [])
            .map(source.names.work),
        },
      ];
    })
    .toSorted((a, b) => a.sinceMs - b.sinceMs || (a.id < b.id ? -1 : 1));
}

/** What is past its time or will be unless it is taken up now; what waits for somebody is told there. */
export function lateWork(source: WorkSource): readonly LateFigure[] {
  const { terms, usualWorkMsOf, dayEndsAtMs, nowMs, names } = source;
  return source.open
    .filter((work) => openBlock(work) === null)
    .map((work): { work: Deliverable; pressure: Pressure } => {
      const { clock, slasAt } = terms.of(work.memberId, work.outcomeId);
      const slas = work.requestedAtMs === null ? [] : slasAt(work.requestedAtMs);
      const usualWorkMs = usualWorkMsOf(work.outcomeId);
      const measured = { clock, slas, usualWorkMs };
      return { work, pressure: pressureOn(work, measured, dayEndsAtMs, nowMs) };
    })
    .filter(({ pressure: { risk } }) => risk === 'overdue' || risk === 'atRisk')
    .toSorted((a, b) => comparePressure(a.pressure, b.pressure))
    .flatMap(({ work, pressure: { dueAtMs, risk } }) =>
      dueAtMs === null
        ? []
        : [{ ...aboutWork(work, names), dueAtMs, isOverdue: risk === 'overdue' }],
    );
}

function aboutWork(work: Deliverable, names: WorkNames) {
  const { id, memberId, outcomeId } = work;
  return {
    id,
    memberId,
    member: names.member(memberId),
    outcomeId,
    outcome: names.outcome(outcomeId),
    title: names.work(work),
  };
}
