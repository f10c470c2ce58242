import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteProportion } from '#shared/quality/finite-proportion';
import { MOST_DRAWN, halfWidthOf, sampleSize } from '#shared/quality/sample-size';

const wanted = { halfWidthRatio: 0.05, confidence: 0.95, expectedRatio: 0.5 } as const;

describe('the size of a sample', () => {
  test('is that of the tables where everything is open: ±5 points of very much', () => {
    // Cochran's 385, less z² ≈ 4 for the score interval.
    expect(sampleSize({ ...wanted, populationCount: 10_000_000 })).toBe(381);
  });

  test('falls with what there is: ±5 points of 10,000, of 1,000, of 100', () => {
    const sizes = [10_000, 1_000, 100].map((populationCount) =>
      sampleSize({ ...wanted, populationCount }),
    );
    // Cochran with his correction says 370, 278 and 80.
    expect(sizes).toEqual([367, 276, 80]);
  });

  test('near 100% asks for more than the usual formula, whose interval would be too narrow', () => {
    const size = sampleSize({
      populationCount: 1_000_000,
      halfWidthRatio: 0.02,
      confidence: 0.95,
      expectedRatio: 0.98,
    });
    const cochran = (1.959964 ** 2 * 0.98 * 0.02) / 0.02 ** 2;
    expect(cochran).toBeCloseTo(188.2, 1);
    expect(size).toBeGreaterThan(cochran);
    expect(size).toBeLessThan(300);
  });

  test('of nothing is nothing, and of more than anybody looks at is the most', () => {
    expect(sampleSize({ ...wanted, populationCount: 0 })).toBe(0);
    expect(sampleSize({ ...wanted, populationCount: 1_000_000, halfWidthRatio: 0.01 })).toBe(
      MOST_DRAWN,
    );
  });

  test('is the smallest whose interval is as narrow as wanted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.double({ min: 0.04, max: 0.2, noNaN: true }),
        fc.constantFrom(0.9, 0.95, 0.99),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (populationCount, halfWidthRatio, confidence, expectedRatio) => {
          const all = { populationCount, halfWidthRatio, confidence, expectedRatio };
          const size = sampleSize(all);
          fc.pre(size < MOST_DRAWN);
          expect(size).toBeLessThanOrEqual(populationCount);
          expect(halfWidthOf(size, all)).toBeLessThanOrEqual(halfWidthRatio);
          if (size > 1) expect(halfWidthOf(size - 1, all)).toBeGreaterThan(halfWidthRatio);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a share of a finite population', () => {
  const z = 1.959964;

  test('is known where everything was looked at', () => {
    const all = { populationCount: 40, checkedCount: 40, hitCount: 37 };
    expect(finiteProportion([all], z)).toEqual({
      ratio: 0.925,
      lowRatio: 0.925,
      highRatio: 0.925,
      count: 40,
    });
  });

  test('is Wilson’s where the population is endless', () => {
    const few = { populationCount: 1e12, checkedCount: 60, hitCount: 57 };
    const { lowRatio, highRatio } = finiteProportion([few], z) ?? { lowRatio: 0, highRatio: 0 };
    // Newcombe RG 1998, method 3: 57 of 60.
    expect(lowRatio).toBeCloseTo(0.863, 3);
    expect(highRatio).toBeCloseTo(0.9829, 4);
  });

  test('weighs groups by what there is of them, not by what was drawn', () => {
    const large = { populationCount: 900, checkedCount: 10, hitCount: 10 };
    const small = { populationCount: 100, checkedCount: 10, hitCount: 0 };
    const share = finiteProportion([large, small], z);
    expect(share?.ratio).toBeCloseTo(0.9, 12);
    expect(share?.count).toBe(20);
  });

  test('leaves out groups that nobody has looked into', () => {
    const large = { populationCount: 900, checkedCount: 0, hitCount: 0 };
    const small = { populationCount: 100, checkedCount: 10, hitCount: 9 };
    expect(finiteProportion([large, small], z)?.ratio).toBe(0.9);
    expect(finiteProportion([large], z)).toBeNull();
  });

  test('lies within its interval, and that within 0 and 1', () => {
    const stratum = fc
      .tuple(fc.integer({ min: 1, max: 5_000 }), fc.nat(), fc.nat())
      .map(([populationCount, a, b]) => {
        const checkedCount = a % (populationCount + 1);
        return { populationCount, checkedCount, hitCount: b % (checkedCount + 1) };
      });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
        const share = finiteProportion(strata, z);
        if (!share) return;
        expect(share.lowRatio).toBeGreaterThanOrEqual(0);
        expect(share.lowRatio).toBeLessThanOrEqual(share.ratio + 1e-12);
        expect(share.highRatio).toBeGreaterThanOrEqual(share.ratio - 1e-12);
        expect(share.highRatio).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('lies in 95 of 100 intervals, over all that a population can be', () => {
    const [population, checkedCount] = [300, 50];
    const shares = Array.from({ length: checkedCount + 1 }, (_, hitCount) =>
      finiteProportion([{ populationCount: population, checkedCount, hitCount }], z),
    );
    let covered = 0;
    for (let good = 0; good <= population; good += 1) {
      const truth = good / population;
      for (const [hits, share] of shares.entries()) {
        const holds = share && share.lowRatio <= truth + 1e-9 && truth <= share.highRatio + 1e-9;
        if (holds) covered += hypergeometric(hits, checkedCount, good, population);
      }
    }
    expect(covered / (population + 1)).toBeGreaterThan(0.945);
    expect(covered / (population + 1)).toBeLessThan(0.965);
  });
});

/** How likely so many good ones are among those drawn without replacement. */
function hypergeometric(hits: number, drawn: number, good: number, population: number): number {
  const bad = population - good;
  if (hits > good || drawn - hits > bad) return 0;
  return Math.exp(
    logChoose(good, hits) + logChoose(bad, drawn - hits) - logChoose(population, drawn),
  );
}

const logChoose = (n: number, k: number): number =>
  logFactorial(n) - logFactorial(k) - logFactorial(n - k);

const LOG_FACTORIALS: number[] = [0];
function logFactorial(n: number): number {
  for (let at = LOG_FACTORIALS.length; at <= n; at += 1) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[at - 1] ?? 0) + Math.log(at));
  }
  return LOG_FACTORIALS[n] ?? 0;
}
