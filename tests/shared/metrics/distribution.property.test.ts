import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codedDistribution,
  exactDistribution,
  unitedDistribution,
} from '#shared/metrics/distribution';
import { sortSamples } from '#shared/metrics/samples';
import { TIME_CODE_ERROR, timeCode, timeOfCode } from '#shared/metrics/time-codes';

const YEARS_MS = 40 * 365 * 86_400_000;
const times = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: YEARS_MS })),
  { maxLength: 60 },
);
const shares = fc.double({ min: 0, max: 1, noNaN: true });

const sorted = (all: readonly number[]): number[] => sortSamples(all);
const coded = (all: readonly number[]) =>
  codedDistribution(Uint16Array.from(sorted(all), timeCode));

/** Within the stated error, and a float's own. */
const isNear = (told: number | null, exact: number | null): boolean =>
  told === null || exact === null
    ? told === exact
    : Math.abs(told - exact) <= exact * (TIME_CODE_ERROR + 1e-9);

describe('a distribution of times that are written as codes', () => {
  test('tells every time within its error, and no time as none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: YEARS_MS }), (ms) =>
        isNear(timeOfCode(timeCode(ms)), ms),
      ),
    );
    expect(timeOfCode(timeCode(0))).toBe(0);
  });

  test('keeps the order of times', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: YEARS_MS }),
        fc.integer({ min: 0, max: YEARS_MS }),
        (a, b) => timeCode(Math.min(a, b)) <= timeCode(Math.max(a, b)),
      ),
    );
  });

  test('has quantiles within its error of the exact ones, however it is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(times, fc.boolean()), { maxLength: 6 }), shares, (parts, p) => {
        const united = unitedDistribution(
          parts.map(([all, isExact]) => (isExact ? exactDistribution(sorted(all)) : coded(all))),
        );
        const exact = exactDistribution(sorted(parts.flatMap(([all]) => all)));
        expect(united.count).toBe(exact.count);
        expect(isNear(united.quantile(p), exact.quantile(p))).toBe(true);
        const isCoded = parts.some(([all, isExact]) => !isExact && all.length > 0);
        expect(united.relativeError).toBe(isCoded ? TIME_CODE_ERROR : 0);
        if (!isCoded) expect(united.quantile(p)).toBe(exact.quantile(p));
      }),
    );
  });

  test('counts where times are too many to sort, and answers the same', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 100_003);
    const whole = unitedDistribution([coded(many.slice(0, 2_500)), coded(many.slice(2_500))]);
    const exact = exactDistribution(sorted(many));
    expect(whole.count).toBe(5_000);
    for (const p of [0, 0.01, 0.5, 0.85, 0.95, 1]) {
      expect(isNear(whole.quantile(p), exact.quantile(p))).toBe(true);
    }
  });
});
