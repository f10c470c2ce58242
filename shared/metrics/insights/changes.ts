import { exactSum } from '../exact.ts';

/** What one member, outcome or SOP version had to do with a change. */
export interface ChangePart {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Of an amount `after − before`; of a rate its share of the whole change. */
  readonly change: number;
}

export interface Change {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** They add up to `change`; the largest first, whichever way they went, and then by id. */
  readonly parts: readonly ChangePart[];
}

/** An amount before and after, parted: what a part gave before and did not afterwards is in it too. */
export function amountChange(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Change {
  const parts = idsOf(before, after).map((id): ChangePart => {
    const [was, is] = [before.get(id) ?? 0, after.get(id) ?? 0];
    return { id, before: was, after: is, change: exactSum(is, -was) };
  });
  const [was, is] = [sumOf(before.values()), sumOf(after.values())];
  return { before: was, after: is, change: exactSum(is, -was), parts: largestFirst(parts) };
}

/** What a rate is a share of: 47 kept of 50 promises. */
export interface RateCounts {
  readonly hits: number;
  readonly of: number;
}

export interface RatePart extends ChangePart {
  /** Of `change`: by its own rate having moved. */
  readonly ownChange: number;
  /** Of `change`: by its having become a larger or smaller part of the whole. */
  readonly mixChange: number;
  /** What its rates are of. */
  readonly beforeCount: number;
  readonly afterCount: number;
}

export interface RateChange extends Change {
  readonly beforeCount: number;
  readonly afterCount: number;
  readonly parts: readonly RatePart[];
}

/**
 * A rate before and after, parted into what each group's own rate did and what the mix of groups did
 * (Kitagawa 1955, "Components of a difference between two rates"): the two add up to a group's change,
 * and the groups to the whole. A group that is missing on one side has no rate there, so that all of
 * what it did is mix; so is what a group gave that is a share of nothing, as errors are that were found in
 * a quantity of 0. Null where one side is a share of nothing.
 */
export function rateChange(
  before: ReadonlyMap<string, RateCounts>,
  after: ReadonlyMap<string, RateCounts>,
): RateChange | null {
  const [was, is] = [pooled(before), pooled(after)];
  if (was.of <= 0 || is.of <= 0) return null;
  const [wasRate, isRate] = [was.hits / was.of, is.hits / is.of];
  const middleRate = (wasRate + isRate) / 2;
  const parts = idsOf(before, after).flatMap((id): readonly RatePart[] => {
    const [own, next] = [before.get(id) ?? NO_COUNTS, after.get(id) ?? NO_COUNTS];
    if ([own, next].every(({ hits, of }) => hits === 0 && of === 0)) return [];
    const ownRate = rateOf(own) ?? rateOf(next) ?? middleRate;
    const nextRate = rateOf(next) ?? rateOf(own) ?? middleRate;
    const [ownShare, nextShare] = [own.of / was.of, next.of / is.of];
    const ownChange = ((ownShare + nextShare) / 2) * (nextRate - ownRate);
    const mixChange =
      (nextShare - ownShare) * ((ownRate + nextRate) / 2 - middleRate) +
      (hitsOfNothing(next) / is.of - hitsOfNothing(own) / was.of);
    return [
      {
        id,
        before: ownRate,
        after: nextRate,
        beforeCount: own.of,
        afterCount: next.of,
        ownChange,
        mixChange,
        change: ownChange + mixChange,
      },
    ];
  });
  return {
    before: wasRate,
    after: isRate,
    beforeCount: was.of,
    afterCount: is.of,
    change: isRate - wasRate,
    parts: largestFirst(parts),
  };
}

const NO_COUNTS: RateCounts = { hits: 0, of: 0 };

const hitsOfNothing = ({ hits, of }: RateCounts): number => (of > 0 ? 0 : hits);

const rateOf = ({ hits, of }: RateCounts): number | null => (of > 0 ? hits / of : null);

const pooled = (all: ReadonlyMap<string, RateCounts>): RateCounts => ({
  hits: sumOf([...all.values()].map(({ hits }) => hits)),
  of: sumOf([...all.values()].map(({ of }) => of)),
});

const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum = exactSum(sum, value);
  return sum;
};

const idsOf = (
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly string[] => [...new Set([...before.keys(), ...after.keys()])];

const largestFirst = <T extends ChangePart>(parts: readonly T[]): readonly T[] =>
  parts.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1));

/**
 * Numbers rounded to multiples of `step` so that they add up to their rounded sum, each by less than one
 * step off: what is shown then adds up as well (the largest remainders are rounded up, Hamilton 1792).
 */
export function roundedToSum(values: readonly number[], step: number): readonly number[] {
  const wanted = Math.round(values.reduce((sum, value) => sum + value, 0) / step);
  const floors = values.map((value) => Math.floor(value / step));
  const left = wanted - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = values
    .map((value, at) => ({ at, remainder: value / step - (floors[at] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  const raised = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ at }) => at));
  return floors.map((floor, at) => (floor + (raised.has(at) ? 1 : 0)) * step);
}
