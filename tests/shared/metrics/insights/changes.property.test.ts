import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountChange, rateChange, roundedToSum } from '#shared/metrics/insights/changes';
import type { RateCounts } from '#shared/metrics/insights/changes';
import { exactSum } from '#shared/metrics/exact';

const ids = fc.constantFrom('ana', 'ben', 'carl', 'dana', 'eva');
const amounts = fc
  .dictionary(ids, fc.integer({ min: -9e6, max: 9e6 }))
  .map((all) => new Map(Object.entries(all).map(([id, micros]) => [id, micros / 1e6])));
const counts: fc.Arbitrary<ReadonlyMap<string, RateCounts>> = fc
  .dictionary(ids, fc.record({ of: fc.nat({ max: 300 }), share: fc.nat({ max: 100 }) }))
  .map((all) => {
    const rates = Object.entries(all).map(
      ([id, { of, share }]) => [id, { of, hits: Math.round((of * share) / 100) }] as const,
    );
    return new Map(rates);
  });

test('the parts of an amount add up to its change to the last digit, whoever came or left', () => {
  fc.assert(
    fc.property(amounts, amounts, (before, after) => {
      const { change, parts, before: was, after: is } = amountChange(before, after);
      expect(parts.map((part) => part.change).reduce(exactSum, 0)).toBe(change);
      expect(exactSum(was, change)).toBe(is);
      expect(new Set(parts.map(({ id }) => id))).toEqual(
        new Set([...before.keys(), ...after.keys()]),
      );
    }),
  );
});

test('the parts of a rate add up to its change, and each to its own change and that of the mix', () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      const found = rateChange(before, after);
      const of = (all: ReadonlyMap<string, RateCounts>): number =>
        [...all.values()].reduce((sum, each) => sum + each.of, 0);
      expect(found === null).toBe(of(before) === 0 || of(after) === 0);
      if (!found) return;
      const total = found.parts.reduce((sum, part) => sum + part.change, 0);
      expect(total).toBeCloseTo(found.change, 12);
      for (const { change, ownChange, mixChange } of found?.parts ?? []) {
        expect(ownChange + mixChange).toBe(change);
      }
    }),
  );
});

test('nobody worse and a rate that fell is the mix alone', () => {
  const before = new Map([
    ['easy', { hits: 90, of: 100 }],
    ['hard', { hits: 5, of: 10 }],
  ]);
  const after = new Map([
    ['easy', { hits: 9, of: 10 }],
    ['hard', { hits: 50, of: 100 }],
  ]);
  const found = rateChange(before, after);
  expect(found?.change).toBeLessThan(-0.3);
  expect(found?.parts.map(({ ownChange }) => ownChange)).toEqual([0, 0]);
});

test('where every rate is the same, nothing is left of rounding', () => {
  const before = new Map([
    ['a', { hits: 9, of: 10 }],
    ['b', { hits: 18, of: 20 }],
  ]);
  const after = new Map([
    ['a', { hits: 18, of: 20 }],
    ['b', { hits: 27, of: 30 }],
  ]);
  expect(rateChange(before, after)?.parts.map(({ change }) => change)).toEqual([0, 0]);
});

test('what a group gave that is a share of nothing is in the change, and it is no rate of its own', () => {
  const before = new Map([
    ['checked', { hits: 9, of: 10 }],
    // Errors that were found in a quantity of 0.
    ['unchecked', { hits: -2, of: 0 }],
  ]);
  const after = new Map([['checked', { hits: 9, of: 10 }]]);
  const found = rateChange(before, after);
  expect(found?.change).toBeCloseTo(0.2, 12);
  expect(found?.parts).toMatchObject([
    { id: 'unchecked', ownChange: 0, beforeCount: 0, afterCount: 0 },
    { id: 'checked', change: 0 },
  ]);
  expect(found?.parts[0]?.mixChange).toBeCloseTo(0.2, 12);
});

test('numbers rounded to add up differ from themselves by less than a step', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 12 }),
      fc.constantFrom(1, 10, 1_000),
      (values, step) => {
        const rounded = roundedToSum(values, step);
        const sum = values.reduce((all, value) => all + value, 0);
        // A sum is never −0, which rounding makes of a little less than nothing.
        const wanted = Math.round(sum / step) * step + 0;
        expect(rounded.reduce((all, value) => all + value, 0)).toBe(wanted);
        for (const [at, value] of values.entries()) {
          expect(Math.abs((rounded[at] ?? Infinity) - value)).toBeLessThanOrEqual(step);
        }
      },
    ),
  );
});
