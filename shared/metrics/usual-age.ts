import type { Deliverable } from '../deliverables/deliverable.ts';
import { inProgress } from './flow.ts';
import { quantile } from './rollup.ts';
import type { DayTotals } from './rollup.ts';
import type { TermsBook } from './terms.ts';
import { ageMsOf } from './timings.ts';

/** Work ages against the time within which 85% of its outcome's work was completed. */
const USUAL_QUANTILE = 0.85;
/** A quantile of fewer times says little. */
const LEAST_TIMES = 10;

/** Working ms within which 85% of what these totals hold went from start to completion; null of too few. */
export const usualCycleMs = ({ cycleWorkMs }: Pick<DayTotals, 'cycleWorkMs'>): number | null =>
  cycleWorkMs.length < LEAST_TIMES ? null : quantile(cycleWorkMs, USUAL_QUANTILE);

/** Work in progress beside what is usual for its outcome. */
export interface Aged<T extends Deliverable = Deliverable> {
  readonly deliverable: T;
  /** Working ms since it was started. */
  readonly ageMs: number;
  /** The outcome's past 85th percentile; null where too little is known. */
  readonly usualMs: number | null;
  readonly isOlderThanUsual: boolean;
}

/**
 * Ageing ("work item age" of the Kanban Guide, 2020, in working time): how old work in progress is
 * against its outcome's past 85th percentile. What is furthest beyond it comes first; what nothing is
 * known of comes last, oldest first.
 */
export function agedWork<T extends Deliverable>(
  open: readonly T[],
  terms: TermsBook,
  usualMsOf: (outcomeId: string) => number | null,
  nowMs: number,
): readonly Aged<T>[] {
  const aged = inProgress(open).flatMap((deliverable): readonly Aged<T>[] => {
    const { clock } = terms.of(deliverable.memberId, deliverable.outcomeId);
    const ageMs = ageMsOf(deliverable, clock, nowMs);
    if (ageMs === null) return [];
    const usualMs = usualMsOf(deliverable.outcomeId);
    const isOlderThanUsual = usualMs !== null && ageMs > usualMs;
    return [{ deliverable, ageMs, usualMs, isOlderThanUsual }];
  });
  const beyondMs = ({ ageMs, usualMs }: Aged): number =>
    usualMs === null ? Number.NEGATIVE_INFINITY : ageMs - usualMs;
  return aged.toSorted((a, b) => beyondMs(b) - beyondMs(a) || b.ageMs - a.ageMs);
}
