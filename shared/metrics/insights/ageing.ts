import { openBlock } from '../../deliverables/deliverable.ts';
import type { Deliverable } from '../../deliverables/deliverable.ts';
import type { Distribution } from '../distribution.ts';
import type { TermsBook } from '../terms.ts';
import { ageMsOf } from '../timings.ts';

/** A quantile of fewer times says little. */
const LEAST_TIMES = 10;

/** Within which time half, 85% and 95% of past work was done: working ms of `count` deliverables. */
export interface TimeMarks {
  readonly count: number;
  /** The largest error of a mark, as a share of it: 0 where they are exact. */
  readonly relativeError: number;
  readonly p50Ms: number;
  readonly p85Ms: number;
  readonly p95Ms: number;
}

/** Null of fewer than ten. */
export function timeMarks(times: Distribution, leastCount = LEAST_TIMES): TimeMarks | null {
  const { count, relativeError } = times;
  const [p50Ms, p85Ms, p95Ms] = [times.quantile(0.5), times.quantile(0.85), times.quantile(0.95)];
  if (count < leastCount || p50Ms === null || p85Ms === null || p95Ms === null) return null;
  return { count, relativeError, p50Ms, p85Ms, p95Ms };
}

/** Where an age lies among past times: at most the median, the 85th percentile, the 95th, or beyond it. */
export const AGE_BANDS = ['usual', 'slow', 'late', 'extreme'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export function ageBandOf(ageMs: number, { p50Ms, p85Ms, p95Ms }: TimeMarks): AgeBand {
  if (ageMs > p95Ms) return 'extreme';
  if (ageMs > p85Ms) return 'late';
  return ageMs > p50Ms ? 'slow' : 'usual';
}

/**
 * Where an age stands on a scale of four equal bands, 0–4: one a band, in proportion within it, and what
 * is three times the 95th percentile or more at the very end. Work of hours and work of weeks can then
 * be looked at side by side.
 */
export function agePlace(ageMs: number, marks: TimeMarks): number {
  const edges = [0, marks.p50Ms, marks.p85Ms, marks.p95Ms, 3 * marks.p95Ms];
  const band = AGE_BANDS.indexOf(ageBandOf(ageMs, marks));
  const from = edges[band] ?? 0;
  const to = edges[band + 1] ?? from;
  return band + (to > from ? Math.min(1, Math.max(0, (ageMs - from) / (to - from))) : 1);
}

/** What open work is held against: since its start with cycle times, or before it is begun since its request with turnarounds. */
export type AgeBasis = 'cycle' | 'turnaround';

export interface AgedItem<T extends Deliverable = Deliverable> {
  readonly deliverable: T;
  readonly basis: AgeBasis;
  /** Working ms. */
  readonly ageMs: number;
  readonly isBlocked: boolean;
  /** Null where too little is known of its outcome's past. */
  readonly against: {
    readonly marks: TimeMarks;
    readonly band: AgeBand;
    readonly place: number;
  } | null;
}

/**
 * Every open deliverable that has an age, against the past of its outcome: work in progress as "work
 * item age" of the Kanban Guide (2020) in working time, and what is not begun yet by how long it has
 * waited since it was asked for. What is furthest on the scale comes first, then the unknown, oldest first.
 */
export function ageingOf<T extends Deliverable>(
  open: readonly T[],
  terms: TermsBook,
  marksOf: (outcomeId: string, basis: AgeBasis) => TimeMarks | null,
  nowMs: number,
): readonly AgedItem<T>[] {
  const items = open.flatMap((deliverable): readonly AgedItem<T>[] => {
    const { memberId, outcomeId, startedAtMs, requestedAtMs } = deliverable;
    const { clock } = terms.of(memberId, outcomeId);
    const basis: AgeBasis = startedAtMs === null ? 'turnaround' : 'cycle';
    const isAsked = requestedAtMs !== null && requestedAtMs <= nowMs;
    const askedMs = isAsked ? clock.between(requestedAtMs, nowMs) : null;
    const ageMs = startedAtMs === null ? askedMs : ageMsOf(deliverable, clock, nowMs);
    if (ageMs === null) return [];
    const marks = marksOf(outcomeId, basis);
    const against = marks && {
      marks,
      band: ageBandOf(ageMs, marks),
      place: agePlace(ageMs, marks),
    };
    return [{ deliverable, basis, ageMs, isBlocked: openBlock(deliverable) !== null, against }];
  });
  return items.toSorted((a, b) => placeOf(b) - placeOf(a) || b.ageMs - a.ageMs);
}

const placeOf = ({ against }: AgedItem): number => against?.place ?? -1;
