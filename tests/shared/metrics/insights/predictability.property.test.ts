import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  outcomeWeeks,
  pastWeeks,
  pooledHits,
  spreadOf,
  weeksOnTarget,
} from '#shared/metrics/insights/predictability';
import { proportionOf } from '#shared/metrics/wilson';
import { member, officeClocks, officeDays, outcome } from '../overview-support.ts';

const MEMBERS = ['ana', 'ben'];
const WEEKS = pastWeeks({ fromDay: '2026-10-01', toDay: '2026-11-20' }, '2026-11-18');
const PLAN = {
  members: MEMBERS.map((id) => member(id)),
  outcomes: [outcome('listings', MEMBERS, 8), outcome('untargeted', MEMBERS, 0)],
  clockOf: officeClocks(['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16']),
  daysOf: officeDays(),
  joinedAtMs: new Map<string, number>(),
  nowMs: Date.parse('2026-11-18T10:00:00Z'),
};

test('only whole weeks that are over count', () => {
  expect(WEEKS[0]).toEqual({ fromDay: '2026-10-05', toDay: '2026-10-11' });
  expect(WEEKS.at(-1)).toEqual({ fromDay: '2026-11-09', toDay: '2026-11-15' });
});

test('a week is on target exactly where all together did what was asked of all together', () => {
  const rows = fc.array(
    fc.record({
      memberId: fc.constantFrom(...MEMBERS),
      outcomeId: fc.constantFrom('listings', 'untargeted'),
      bucket: fc.nat({ max: WEEKS.length - 1 }),
      quantity: fc.nat({ max: 90 }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(rows, (all) => {
      const weeks = outcomeWeeks({ ...PLAN, weeks: WEEKS, rows: all });
      // One of the six weeks is all holidays: nothing was asked for in it.
      expect(weeks).toHaveLength(WEEKS.length - 1);
      for (const { week, isOnTarget, target, outcomeId } of weeks) {
        expect(outcomeId).toBe('listings');
        expect(target).toBeCloseTo(2 * 5 * 8, 9);
        const own = all.filter(
          (row) => row.outcomeId === 'listings' && WEEKS[row.bucket]?.fromDay === week.fromDay,
        );
        const done = own.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(isOnTarget).toBe(done >= 80);
      }
      expect(weeksOnTarget(weeks)?.count).toBe(weeks.length);
    }),
    { numRuns: 40 },
  );
});

describe('spread and forecasts', () => {
  it('is 1 where work always takes as long, and unknown where half of it takes no time', () => {
    const marks = { count: 10, relativeError: 0, p50Ms: 60, p85Ms: 60, p95Ms: 90 };
    expect(spreadOf(marks)).toBe(1);
    expect(spreadOf({ ...marks, p50Ms: 0 })).toBeNull();
  });

  it('pools trials, each once', () => {
    const trial = (hits: number, n: number) => ({
      n,
      coverage: proportionOf(hits, n) ?? { ratio: 0, lowRatio: 0, highRatio: 1, count: n },
      medianErrorDays: 1,
    });
    expect(pooledHits([trial(3, 4), null, trial(6, 6)])).toMatchObject({ ratio: 0.9, count: 10 });
    expect(pooledHits([null])).toBeNull();
  });
});
