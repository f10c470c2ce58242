import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactAmount, exactSum } from '#shared/metrics/exact';
import type { DayTotals } from '#shared/metrics/rollup';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES, addTotals } from '#shared/metrics/rollup';
import { sortSamples } from '#shared/metrics/samples';
import { sumTotals } from '#shared/metrics/sum-totals';

/** Six decimals, as millionths: what a sum of them must be is known in whole numbers. */
const micros = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test('0.1 and 0.2 are 0.3', () => {
  expect(exactSum(0.1, 0.2)).toBe(0.3);
});

test('a sum of decimals is the decimal of the sum', () => {
  fc.assert(
    fc.property(fc.array(micros, { maxLength: 200 }), (all) => {
      const whole = all.reduce((sum, each) => sum + each, 0);
      expect(all.reduce((sum, each) => exactSum(sum, each / 1e6), 0)).toBe(whole / 1e6 + 0);
    }),
  );
});

test('what no total could hold exactly counts as nothing', () => {
  expect([1e300, -1e300, 1e12, 5e9 + 0.5, Number.MAX_SAFE_INTEGER].map(exactAmount)).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect([2.0000004, 999_999_999.5, 1e11].map(exactAmount)).toEqual([2, 999_999_999.5, 1e11]);
});

const totals: fc.Arbitrary<DayTotals> = fc
  .record({
    amounts: fc.array(micros, { minLength: AMOUNT_NAMES.length, maxLength: AMOUNT_NAMES.length }),
    samples: fc.array(fc.array(fc.nat({ max: 9 }), { maxLength: 8 }), {
      minLength: SAMPLE_NAMES.length,
      maxLength: SAMPLE_NAMES.length,
    }),
  })
  .map(({ amounts, samples }) => ({
    ...NO_TOTALS,
    ...Object.fromEntries(AMOUNT_NAMES.map((name, at) => [name, (amounts[at] ?? 0) / 1e6])),
    ...Object.fromEntries(SAMPLE_NAMES.map((name, at) => [name, sortSamples(samples[at] ?? [])])),
  }));

test('totals come out the same in any order', () => {
  fc.assert(
    fc.property(fc.array(totals, { maxLength: 12 }), fc.nat(), (all, turn) => {
      const [front, back] = [
        all.slice(turn % (all.length + 1)),
        all.slice(0, turn % (all.length + 1)),
      ];
      const whole = all.reduce(addTotals, NO_TOTALS);
      expect([...front, ...back].reduce(addTotals, NO_TOTALS)).toEqual(whole);
      expect(sumTotals(all)).toEqual(whole);
    }),
  );
});
