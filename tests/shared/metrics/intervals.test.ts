import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredProportion } from '#shared/metrics/clustered';
import { proportionDifference } from '#shared/metrics/difference';
import { medianDifference } from '#shared/metrics/median-difference';
import { medianOf, middleOf } from '#shared/metrics/median';
import { proportionOf } from '#shared/metrics/wilson';
import { seededRandom } from '#shared/random';

/** Hits and counts of two groups, and the interval of first − second as Newcombe 1998, table II, method 10 has it. */
const PUBLISHED = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

test.each(PUBLISHED)(
  '%i/%i − %i/%i lies where it was published to lie',
  (a, m, b, n, low, high) => {
    const [after, before] = [proportionOf(a, m), proportionOf(b, n)];
    if (!after || !before) throw new Error('both have counts');
    const difference = proportionDifference(before, after);
    expect(difference.value).toBeCloseTo(a / m - b / n, 10);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  },
);

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

test('a median lies between the order statistics that the tables name', () => {
  expect(medianOf(upTo(6))).toEqual({ value: 3.5, low: 1, high: 6, count: 6 });
  expect(medianOf(upTo(10))).toEqual({ value: 5.5, low: 2, high: 9, count: 10 });
  expect(medianOf(upTo(20))).toEqual({ value: 10.5, low: 6, high: 15, count: 20 });
  expect(medianOf(upTo(100))).toEqual({ value: 50.5, low: 40, high: 61, count: 100 });
});

test('five samples have a median and no range; none have nothing', () => {
  expect(medianOf(upTo(5))).toEqual({ value: 3, low: null, high: null, count: 5 });
  expect(medianOf([])).toBeNull();
});

test('a range of thousands of samples is as narrow as it should be', () => {
  const range = medianOf(upTo(5_000));
  // Half the width is 1.96 × √5000 / 2 places.
  expect(range?.low).toBeCloseTo(2_431, -1);
  expect(range?.high).toBeCloseTo(2_570, -1);
});

test('a range covers the true median in at least 95 of 100 draws', () => {
  const random = seededRandom('coverage');
  const covered = upTo(2_000).filter(() => {
    const range = medianOf(
      upTo(15)
        .map(() => random.next() ** 3)
        .toSorted((a, b) => a - b),
    );
    const truth = 0.5 ** 3;
    return range !== null && (range.low ?? 1) <= truth && truth <= (range.high ?? 0);
  });
  expect(covered.length).toBeGreaterThanOrEqual(0.945 * 2_000);
});

/** The bootstrap as it is told in a sentence: draw as many with replacement, take the medians. */
function naiveDifference(before: readonly number[], after: readonly number[]) {
  const random = seededRandom('naive');
  const drawn = (samples: readonly number[]): number =>
    middleOf(samples.map(() => random.pick(samples)).toSorted((a, b) => a - b)) ?? 0;
  const draws = upTo(4_000)
    .map(() => drawn(after) - drawn(before))
    .toSorted((a, b) => a - b);
  return { low: draws[100] ?? 0, high: draws[3_900] ?? 0 };
}

test.each([
  [7, 12],
  [24, 31],
  [60, 25],
])('medians of %i and %i samples differ as they do when every sample is drawn', (before, after) => {
  const random = seededRandom(`samples ${before}`);
  const samples = (count: number, shift: number): number[] =>
    upTo(count)
      .map(() => shift + 100 * random.next() ** 2)
      .toSorted((a, b) => a - b);
  const [was, is] = [samples(before, 20), samples(after, 0)];
  const difference = medianDifference(was, is);
  const naive = naiveDifference(was, is);
  const width = naive.high - naive.low;
  expect(difference?.value).toBe((middleOf(is) ?? 0) - (middleOf(was) ?? 0));
  expect(Math.abs((difference?.low ?? 0) - naive.low)).toBeLessThan(width * 0.08);
  expect(Math.abs((difference?.high ?? 0) - naive.high)).toBeLessThan(width * 0.08);
});

test('the same samples differ by the same interval each time; nothing on one side says nothing', () => {
  expect(medianDifference(upTo(30), upTo(40))).toEqual(medianDifference(upTo(30), upTo(40)));
  expect(medianDifference([], upTo(40))).toBeNull();
});

test('single units are no clusters: the interval is the plain one', () => {
  const units = upTo(40).map((at) => ({ hits: at % 8 === 0 ? 1 : 0, units: 1 }));
  const plain = proportionOf(5, 40);
  const clustered = clusteredProportion(units);
  // One unit a cluster has a design effect of n / (n − 1).
  expect(clustered?.ratio).toBe(plain?.ratio);
  expect(clustered?.lowRatio).toBeCloseTo(plain?.lowRatio ?? 0, 2);
});

test('errors that come together say less than as many that come apart', () => {
  const together = upTo(20).map((at) => ({ hits: at <= 2 ? 10 : 0, units: 10 }));
  const apart = upTo(20).map(() => ({ hits: 1, units: 10 }));
  const [wide, narrow] = [clusteredProportion(together), clusteredProportion(apart)];
  expect([wide?.ratio, narrow?.ratio]).toEqual([0.1, 0.1]);
  expect([wide?.count, narrow?.count]).toEqual([200, 200]);
  const widthOf = (each: typeof wide): number => (each?.highRatio ?? 0) - (each?.lowRatio ?? 0);
  expect(widthOf(wide)).toBeGreaterThan(2 * widthOf(narrow));
});

test('whatever the clusters, the share is hits ÷ units and lies in its interval', () => {
  const cluster = fc
    .record({ units: fc.nat({ max: 30 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ units, share }) => ({ units, hits: Math.round(units * share) }));
  fc.assert(
    fc.property(fc.array(cluster, { maxLength: 30 }), (clusters) => {
      const units = clusters.reduce((sum, each) => sum + each.units, 0);
      const hits = clusters.reduce((sum, each) => sum + each.hits, 0);
      const share = clusteredProportion(clusters);
      if (units === 0) {
        expect(share).toBeNull();
        return;
      }
      expect(share?.ratio).toBeCloseTo(hits / units, 10);
      expect(share?.lowRatio).toBeLessThanOrEqual((share?.ratio ?? 0) + 1e-12);
      expect(share?.highRatio).toBeGreaterThanOrEqual((share?.ratio ?? 1) - 1e-12);
    }),
  );
});
