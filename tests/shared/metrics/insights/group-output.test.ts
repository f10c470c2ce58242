import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupedBy,
  outputAt,
  outputLines,
  outputOver,
} from '#shared/metrics/insights/group-output';
import type { OutputRow } from '#shared/metrics/insights/group-output';

const row = (memberId: string, outcomeId: string, bucket: number, quantity: number): OutputRow => ({
  memberId,
  outcomeId,
  bucket,
  totals: { amounts: { count: 1, quantity } },
});
const target = (whole: number, soFar = whole) => ({ whole, soFar });

describe('output taken together', () => {
  const lines = outputLines(
    [row('ana', 'uploads', 0, 8), row('ben', 'uploads', 0, 2), row('ana', 'tickets', 1, 30)],
    [
      { memberId: 'ana', outcomeId: 'uploads', targets: [target(10, 5), target(10, 0)] },
      { memberId: 'cy', outcomeId: 'uploads', targets: [target(10, 5), null] },
    ],
    2,
  );

  test('within one outcome it is in its unit, against what was asked for so far', () => {
    const uploads = lines.filter(({ outcomeId }) => outcomeId === 'uploads');
    expect(outputAt(uploads, 0)).toEqual({
      count: 2,
      quantity: 10,
      target: { whole: 20, soFar: 10 },
      attainment: { ratio: 0.8, targetCount: 2, onPaceCount: 1 },
    });
    expect(outputOver(uploads).target).toEqual({ whole: 30, soFar: 10 });
  });

  test('units of several outcomes are not added', () => {
    expect(outputOver(lines)).toMatchObject({ count: 3, quantity: null, target: null });
  });

  test('who has a target and no output has a line; nothing asked for is no ratio', () => {
    expect(lines.some(({ memberId }) => memberId === 'cy')).toBe(true);
    expect(outputAt(lines, 1).attainment).toBeNull();
  });
});

const rows = fc.array(
  fc
    .tuple(
      fc.constantFrom('ana', 'ben', 'cy'),
      fc.constantFrom('uploads', 'tickets'),
      fc.nat({ max: 3 }),
      fc.integer({ min: 0, max: 500 }),
    )
    .map((parts) => row(...parts)),
);

test('groups and periods add up to the whole, whatever they are made by', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('memberId' as const, 'outcomeId' as const), (all, by) => {
      const lines = outputLines(all, [], 4);
      const groups = groupedBy(lines, (owner) => owner[by]);
      const inGroups = groups.reduce((sum, group) => sum + outputOver(group.lines).count, 0);
      const inPeriods = [0, 1, 2, 3].reduce((sum, at) => sum + outputAt(lines, at).count, 0);
      expect([inGroups, inPeriods, outputOver(lines).count]).toEqual([
        all.length,
        all.length,
        all.length,
      ]);
    }),
  );
});
