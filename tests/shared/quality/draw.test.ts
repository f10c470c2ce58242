import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '#shared/quality/allocate';
import type { DrawGroup } from '#shared/quality/draw';
import { draw } from '#shared/quality/draw';

const group = (id: string, count: number): DrawGroup => ({
  id,
  units: Array.from({ length: count }, (_, at) => ({
    memberId: id,
    deliverableId: `202611-${id}${at}`,
  })),
});

const drawnIds = (groups: readonly DrawGroup[], size: number, seed: string): readonly string[] =>
  draw(groups, size, seed).flatMap(({ units }) => units.map(({ deliverableId }) => deliverableId));

describe('a draw', () => {
  test('can be checked with any other SHA-256', () => {
    const all = group('a', 3_000);
    const byHand = all.units
      .map(({ deliverableId }) => ({
        deliverableId,
        rank: createHash('sha256').update(`seed-1:${deliverableId}`).digest('hex'),
      }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, 25)
      .map(({ deliverableId }) => deliverableId);
    expect(drawnIds([all], 25, 'seed-1')).toEqual(byHand);
  });

  test('does not depend on the order of the log, and another seed draws others', () => {
    const all = group('a', 400);
    const turned = { ...all, units: all.units.toReversed() };
    expect(drawnIds([turned], 20, 's')).toEqual(drawnIds([all], 20, 's'));
    expect(drawnIds([all], 20, 't')).not.toEqual(drawnIds([all], 20, 's'));
  });

  test('gives everything the same chance', () => {
    const all = group('a', 30);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 1_200; seed += 1) {
      for (const id of drawnIds([all], 5, `seed ${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 200 each on average. Chi-squared with 29 degrees of freedom stays below 58 in 999 of 1,000 cases.
    const chi = [...times.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(times.size).toBe(30);
    expect(chi).toBeLessThan(58);
  });

  test('takes from each group its share, and leaves out groups with nothing', () => {
    const drawn = draw([group('a', 90), group('b', 0), group('c', 10)], 20, 's');
    expect(
      drawn.map(({ id, populationCount, units }) => [id, populationCount, units.length]),
    ).toEqual([
      ['a', 90, 18],
      ['c', 10, 2],
    ]);
  });
});

describe('shares of a sample', () => {
  test('add up, give each group one at least and none more than it has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 500 }),
        (counts, size) => {
          const total = counts.reduce((sum, count) => sum + count, 0);
          const shares = allocate(counts, size);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(
            Math.max(counts.length, Math.min(size, total)),
          );
          for (const [at, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(1);
            expect(share).toBeLessThanOrEqual(counts[at] ?? 0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
