import type { DayKey } from '../day.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { exactAmount, exactSum } from './exact.ts';

/**
 * What the completed deliverables of one member, one outcome and one day add up to. Additive: adding
 * and removing contributions in any order gives the same totals (amounts as `exact.ts` keeps them).
 * `turnaroundMs` holds each one's completed − requested (wall clock), sorted, so that percentiles stay exact.
 */
export interface DayTotals {
  readonly count: number;
  readonly quantity: number;
  /** Quantity of those that said something about errors. */
  readonly checkedQuantity: number;
  readonly errors: number;
  readonly valueMinor: number;
  readonly reopenedCount: number;
  readonly turnaroundMs: readonly number[];
}

export interface Contribution {
  readonly outcomeId: string;
  readonly day: DayKey;
  readonly totals: DayTotals;
}

export const NO_TOTALS: DayTotals = {
  count: 0,
  quantity: 0,
  checkedQuantity: 0,
  errors: 0,
  valueMinor: 0,
  reopenedCount: 0,
  turnaroundMs: [],
};

/** What a deliverable adds to its day, or null while it is open, deleted or moved. */
export function contributionOf(deliverable: Deliverable): Contribution | null {
  const { completedAtMs, requestedAtMs, errors } = deliverable;
  if (completedAtMs === null || deliverable.isDeleted || deliverable.isMoved) return null;
  const quantity = exactAmount(deliverable.quantity);
  const isTimed = requestedAtMs !== null && completedAtMs >= requestedAtMs;
  return {
    outcomeId: deliverable.outcomeId,
    day: deliverable.day,
    totals: {
      count: 1,
      quantity,
      checkedQuantity: errors === null ? 0 : quantity,
      errors: exactAmount(errors ?? 0),
      valueMinor: exactAmount(deliverable.valueMinor ?? 0),
      reopenedCount: deliverable.reopenedCount > 0 ? 1 : 0,
      turnaroundMs: isTimed ? [completedAtMs - requestedAtMs] : [],
    },
  };
}

export function addTotals(a: DayTotals, b: DayTotals): DayTotals {
  return {
    ...combined(a, b, 1),
    turnaroundMs: mergeSorted(a.turnaroundMs, b.turnaroundMs),
  };
}

export function subtractTotals(a: DayTotals, b: DayTotals): DayTotals {
  return {
    ...combined(a, b, -1),
    turnaroundMs: withoutSorted(a.turnaroundMs, b.turnaroundMs),
  };
}

/** The p-quantile (0–1) of sorted samples by linear interpolation (Hyndman and Fan 1996, type 7); null of none. */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

function combined(a: DayTotals, b: DayTotals, sign: 1 | -1): Omit<DayTotals, 'turnaroundMs'> {
  return {
    count: a.count + sign * b.count,
    quantity: exactSum(a.quantity, sign * b.quantity),
    checkedQuantity: exactSum(a.checkedQuantity, sign * b.checkedQuantity),
    errors: exactSum(a.errors, sign * b.errors),
    valueMinor: exactSum(a.valueMinor, sign * b.valueMinor),
    reopenedCount: a.reopenedCount + sign * b.reopenedCount,
  };
}

/** Both are sorted, and so is the result: one pass. */
function mergeSorted(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: number[] = [];
  let at = 0;
  for (const sample of a) {
    for (let next = b[at]; next !== undefined && next < sample; next = b[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(sample);
  }
  return merged.concat(b.slice(at));
}

/** Takes each sample of `b` once out of `a`: one pass over both. */
function withoutSorted(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0) return a;
  const left: number[] = [];
  let at = 0;
  for (const sample of a) {
    while (at < b.length && (b[at] as number) < sample) at += 1;
    if (b[at] === sample) at += 1;
    else left.push(sample);
  }
  return left;
}
