import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactDistribution } from '#shared/metrics/distribution';
import { countAtMost, densityOf, timeEdges, timePoints } from '#shared/metrics/insights/scatter';
import { NO_TOTALS } from '#shared/metrics/rollup';
import { sortSamples } from '#shared/metrics/samples';

const times = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 80 }).map(sortSamples);

test('counting up to a time by quantiles equals counting the times', () => {
  fc.assert(
    fc.property(times, fc.nat({ max: 5_000_000 }), (all, ms) => {
      const at = all[Math.floor(all.length / 2)] ?? ms;
      for (const limit of [ms, at]) {
        // An interpolated quantile may differ from the time it stands for in the last bit.
        const expected = all.filter((time) => time <= limit + 1e-6).length;
        expect(countAtMost(exactDistribution(all), limit + 1e-6)).toBe(expected);
      }
    }),
  );
});

test('the cells of each bucket add up to all its times, wherever the edges lie', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(times, { maxLength: 3 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 6_000_000 }),
      fc.integer({ min: 1, max: 30 }),
      (buckets, leastMs, mostMs, bandCount) => {
        const byBucket = buckets.map((all) => all.map(exactDistribution));
        const cells = densityOf(byBucket, timeEdges(leastMs, mostMs, bandCount));
        for (const [bucket, all] of buckets.entries()) {
          const own = cells.filter((cell) => cell.bucket === bucket);
          const counted = own.reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(all.flat().length);
        }
        expect(cells.every(({ count }) => count > 0)).toBe(true);
      },
    ),
  );
});

test('edges rise from 0 to the longest time, each band longer than the one before by the same factor', () => {
  const edges = timeEdges(60, 60_000, 4);
  expect(edges.map(Math.round)).toEqual([0, 60, 600, 6_000, 60_000]);
  expect(timeEdges(60, 30, 4)).toEqual([0, 60]);
});

test('every time of a roll-up is one point', () => {
  const row = {
    day: '2026-11-02',
    memberId: 'ana',
    outcomeId: 'tickets',
    totals: { ...NO_TOTALS, cycleWorkMs: [5, 5, 9] },
  };
  const points = timePoints([row], 'cycleWorkMs');
  expect(points.map(({ ms }) => ms)).toEqual([5, 5, 9]);
  expect(points[0]).toMatchObject({ day: '2026-11-02', memberId: 'ana', outcomeId: 'tickets' });
});
