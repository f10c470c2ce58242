import type { Measure, MeasureKind } from '../plan/outcome.ts';
import { MINUTE_MS } from '../worktime/zone-offset.ts';
import { NOTHING_OVERDUE, complianceOf } from './compliance.ts';
import type { OpenSla } from './compliance.ts';
import { quantile } from './rollup.ts';
import type { DayTotals } from './rollup.ts';
import type { Samples } from './samples.ts';
import { proportionOf } from './wilson.ts';

/** A measure as it came out, in the measure's own unit (see `Measure`). */
export interface MeasureReading {
  /** Null where nothing can be said: nothing was timed, checked, scored or promised. */
  readonly value: number | null;
  /** How many observations stand behind the value: a sampled accuracy is told with it. */
  readonly n: number;
  /** Where the true share lies with 95% confidence (Wilson 1927); null where the value is no share. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whether the target is reached, equality included; null where there is no value. */
  readonly isMet: boolean | null;
}

type Observed = Omit<MeasureReading, 'isMet'>;

/**
 * Reads a measure off the totals of some days. The measure's period is the caller's to choose: totals of
 * a week beside a target a day want the measure with its target for that week (see `targetIn`).
 * Compliance counts what is overdue now where `open` is given.
 */
export function readMeasure(
  measure: Pick<Measure, 'kind' | 'direction' | 'target' | 'quantile'>,
  totals: DayTotals,
  open: OpenSla = NOTHING_OVERDUE,
): MeasureReading {
  const observed = OBSERVE[measure.kind](totals, open, measure.quantile);
  const { value } = observed;
  if (value === null) return { ...observed, isMet: null };
  const { direction, target } = measure;
  return { ...observed, isMet: direction === 'atLeast' ? value >= target : value <= target };
}

type Observe = (totals: DayTotals, open: OpenSla, p: number) => Observed;

/**
 * What each kind of measure is.
 * - quantity, value, cost: the sum over completed deliverables.
 * - turnaround, firstResponse, cycleTime: a quantile of working minutes from request to completion, from
 *   request to first answer, from start to completion; exact (`quantile`).
 * - accuracy: 1 − errors ÷ quantity checked. With a sampling rule only the sample was checked, so that
 *   `n` is its size and the interval is as wide as it is small.
 * - slaCompliance: promises kept ÷ kept, missed or overdue, all stages, nothing excused.
 * - score: the mean of the scores given.
 * - ratio: part ÷ whole, each summed first, so that large deliverables weigh more than small ones.
 */
const OBSERVE: Readonly<Record<MeasureKind, Observe>> = {
  quantity: ({ quantity, count }) => sum(quantity, count),
  value: ({ valueMinor, count }) => sum(valueMinor, count),
  cost: ({ costMinor, count }) => sum(costMinor, count),
  turnaround: ({ turnaroundWorkMs }, _, p) => minutes(turnaroundWorkMs, p),
  firstResponse: ({ responseWorkMs }, _, p) => minutes(responseWorkMs, p),
  cycleTime: ({ cycleWorkMs }, _, p) => minutes(cycleWorkMs, p),
  accuracy: ({ checkedQuantity, errors }) => share(checkedQuantity - errors, checkedQuantity),
  slaCompliance: (totals, open) => {
    const { met, counted } = complianceOf(totals, open).raw;
    return share(met, counted);
  },
  score: ({ scoreSum, scoreCount }) =>
    scoreCount > 0 ? sum(scoreSum / scoreCount, scoreCount) : NOTHING,
  ratio: ({ partCount, wholeCount }) =>
    // More adopted than proposed is no share of anything, yet it is what was counted.
    partCount > wholeCount && wholeCount > 0
      ? sum(partCount / wholeCount, wholeCount)
      : share(partCount, wholeCount),
};

const NOTHING: Observed = { value: null, n: 0, interval: null };

const sum = (value: number, n: number): Observed => ({ value, n, interval: null });

function minutes(samples: Samples, p: number): Observed {
  const ms = quantile(samples, p);
  return ms === null ? NOTHING : sum(ms / MINUTE_MS, samples.length);
}

function share(hits: number, count: number): Observed {
  const proportion = proportionOf(hits, count);
  if (!proportion) return NOTHING;
  const { ratio, lowRatio, highRatio } = proportion;
  return { value: ratio, n: count, interval: { low: lowRatio, high: highRatio } };
}
