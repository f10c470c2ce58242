import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runChartOf } from '#shared/metrics/insights/run-chart';

describe('a run chart', () => {
  test('a pace that moves half way is shifted: one long run on each side', () => {
    const run = runChartOf([...Array<number>(10).fill(20), ...Array<number>(10).fill(30)]);
    expect(run).toMatchObject({ median: 25, longestRun: 10, longestRunLimit: 7, crossings: 1 });
    expect(run.isShifted).toBe(true);
  });

  test('one that goes up and down about its middle is not', () => {
    const run = runChartOf([20, 31, 22, 33, 24, 35, 21, 32, 23, 34, 25, 36]);
    expect(run.isShifted).toBe(false);
  });

  test('too few points tell nothing, however they lie', () => {
    expect(runChartOf([1, 1, 1, 9, 9, 9]).isShifted).toBe(false);
    expect(runChartOf([])).toMatchObject({ median: null, usefulCount: 0, isShifted: false });
  });

  // Useful points, longest run, fewest crossings, reckoned by hand from the binomial.
  test.each([
    [10, 6, 2],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [60, 9, 23],
  ])('limits of %i useful points', (count, longest, fewest) => {
    const values = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 0 : 1));
    const run = runChartOf(values);
    expect([run.usefulCount, run.longestRunLimit, run.crossingsLimit]).toEqual([
      count,
      longest,
      fewest,
    ]);
  });

  test('turned upside down it says the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), (values) => {
        const { longestRun, crossings, isShifted } = runChartOf(values);
        const down = runChartOf(values.map((value) => -value));
        expect([down.longestRun, down.crossings, down.isShifted]).toEqual([
          longestRun,
          crossings,
          isShifted,
        ]);
      }),
    );
  });
});
