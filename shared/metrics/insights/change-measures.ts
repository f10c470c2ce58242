import type { DayKey } from '../../day.ts';
import type { Deliverable } from '../../deliverables/deliverable.ts';
import { SLA_STAGES } from '../../plan/outcome.ts';
import { PROMISE_NAMES, WAIT_NAMES, contributionsOf } from '../contributions.ts';
import { exactSum } from '../exact.ts';
import type { DayRange } from '../period.ts';
import type { Amounts } from '../rollup.ts';
import type { TermsBook } from '../terms.ts';
import { amountChange, rateChange } from './changes.ts';
import type { Change, RateChange, RateCounts } from './changes.ts';

/** What a change can be told of: amounts that add up, and shares of counts. */
export const CHANGE_MEASURES = [
  'completed',
  'quantity',
  'slaKept',
  'accuracy',
  'rework',
  'value',
  'cost',
  'waited',
] as const;
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number];

const RATES = ['slaKept', 'accuracy', 'rework'] as const;
type RateMeasure = (typeof RATES)[number];
export const isRate = (measure: ChangeMeasure): measure is RateMeasure =>
  RATES.some((rate) => rate === measure);

const readings: Readonly<Record<ChangeMeasure, (amounts: Amounts) => RateCounts>> = {
  completed: ({ count }) => ({ hits: count, of: 1 }),
  quantity: ({ quantity }) => ({ hits: quantity, of: 1 }),
  slaKept: (amounts) => {
    const met = sum(SLA_STAGES.map((stage) => amounts[PROMISE_NAMES[stage].met]));
    const missed = sum(SLA_STAGES.map((stage) => amounts[PROMISE_NAMES[stage].missed]));
    return { hits: met, of: met + missed };
  },
  accuracy: ({ checkedQuantity, errors }) => ({
    hits: exactSum(checkedQuantity, -errors),
    of: checkedQuantity,
  }),
  rework: ({ reworkedCount, count }) => ({ hits: reworkedCount, of: count }),
  value: ({ valueMinor }) => ({ hits: valueMinor, of: 1 }),
  cost: ({ costMinor }) => ({ hits: costMinor, of: 1 }),
  waited: (amounts) => ({ hits: sum(Object.values(WAIT_NAMES).map((on) => amounts[on])), of: 1 }),
};

const sum = (values: readonly number[]): number => values.reduce(exactSum, 0);

/** A measure by what it is parted by: of an amount `hits` is the amount itself. */
export type CountsBy = ReadonlyMap<string, RateCounts>;

/** One measure's counts of many cells, parted by `idOf`. */
export function countsBy<T extends { readonly amounts: Amounts }>(
  cells: readonly T[],
  measure: ChangeMeasure,
  idOf: (cell: T) => string,
): CountsBy {
  const read = readings[measure];
  const by = new Map<string, RateCounts>();
  for (const cell of cells) {
    const [id, counts] = [idOf(cell), read(cell.amounts)];
    const held = by.get(id);
    by.set(id, held ? addCounts(held, counts, 1) : counts);
  }
  return by;
}

const addCounts = (a: RateCounts, b: RateCounts, sign: 1 | -1): RateCounts => ({
  hits: exactSum(a.hits, sign * b.hits),
  of: exactSum(a.of, sign * b.of),
});

/** How a measure changed and by what; null of a rate that is a share of nothing before or after. */
export function changeBetween(
  measure: ChangeMeasure,
  before: CountsBy,
  after: CountsBy,
): Change | RateChange | null {
  if (isRate(measure)) return rateChange(before, after);
  return amountChange(amountsIn(before), amountsIn(after));
}

const amountsIn = (by: CountsBy): ReadonlyMap<string, number> =>
  new Map([...by].map(([id, { hits }]) => [id, hits]));

/** Output that was made by an SOP, and the version it was made by. */
export interface VersionedOutput {
  readonly versionId: string;
  readonly deliverable: Deliverable;
}

/** Where output counts that was made without an SOP, or by a run that is not here. */
export const WITHOUT_SOP = '';

/** The days that are looked at, and whose days they are. */
interface VersionDays {
  readonly terms: TermsBook;
  readonly range: DayRange;
  readonly daysBy: 'member' | 'client';
}

const isWithin = ({ fromDay, toDay }: DayRange, day: DayKey): boolean =>
  fromDay <= day && day <= toDay;

/**
 * A measure of a range's work by the SOP version it was made by. What the versions do not account for,
 * of `whole`, was made without: so they always add up to the whole.
 */
export function countsByVersion(
  output: readonly VersionedOutput[],
  measure: ChangeMeasure,
  whole: RateCounts,
  { terms, range, daysBy }: VersionDays,
): CountsBy {
  const cells = output.flatMap(({ versionId, deliverable }) =>
    contributionsOf(deliverable, terms.of(deliverable.memberId, deliverable.outcomeId))
      .filter((cell) => isWithin(range, daysBy === 'client' ? cell.clientDay : cell.day))
      .map(({ totals }) => ({ versionId, amounts: totals })),
  );
  const by = countsBy(cells, measure, ({ versionId }) => versionId);
  const rest = [...by.values()].reduce((left, counts) => addCounts(left, counts, -1), whole);
  const isNothing = rest.hits === 0 && (rest.of === 0 || !isRate(measure));
  return isNothing ? by : new Map([...by, [WITHOUT_SOP, rest]]);
}
