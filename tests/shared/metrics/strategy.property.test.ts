import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressRatio } from '#shared/metrics/key-result-progress';
import type { Progress } from '#shared/metrics/key-result-progress';
import { elapsedRatio, paceAgainst } from '#shared/metrics/quarter-pace';
import { meanProgress } from '#shared/metrics/strategy';
import { addDays } from '#shared/day';
import { keyResultOf } from '../plan/strategy-support.ts';

const amount = fc.integer({ min: -1000, max: 1000 });
const known = fc.double({ min: 0, max: 1, noNaN: true });

const progress = (ratio: number | null): Progress => ({
  ratio,
  expectedRatio: ratio === null ? null : 0.5,
  pace: ratio === null ? null : paceAgainst(ratio, 0.5),
  measuredCount: ratio === null ? 0 : 1,
  totalCount: 1,
});

describe('progress of a key result', () => {
  test('lies within 0–1, is 0 at the start and 1 at the target', () => {
    fc.assert(
      fc.property(amount, amount, amount, (start, target, value) => {
        fc.pre(start !== target);
        const keyResult = keyResultOf({ start, target });
        const ratio = progressRatio(keyResult, value) ?? -1;
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThanOrEqual(1);
        expect(progressRatio(keyResult, start)).toBe(0);
        expect(progressRatio(keyResult, target)).toBe(1);
      }),
    );
  });

  test('never falls while the value goes from start towards target, upwards or downwards', () => {
    fc.assert(
      fc.property(amount, amount, known, known, (start, target, one, other) => {
        fc.pre(start !== target);
        const at = (share: number) =>
          progressRatio(keyResultOf({ start, target }), start + (target - start) * share) ?? -1;
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(at(less)).toBeLessThanOrEqual(at(more));
      }),
    );
  });

  test('is the same whether the value rises or falls as far', () => {
    fc.assert(
      fc.property(amount, amount, amount, (start, target, value) => {
        fc.pre(start !== target);
        const up = progressRatio(keyResultOf({ start, target }), value);
        const down = progressRatio(keyResultOf({ start: -start, target: -target }), -value);
        expect(up).toBe(down);
      }),
    );
  });

  test('without a start it is reached or a share of the way, within 0–1', () => {
    fc.assert(
      fc.property(amount, amount, (target, value) => {
        const ratio = progressRatio(keyResultOf({ target }), value) ?? -1;
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the mean of what is below', () => {
  const children = fc.array(fc.option(known), { maxLength: 12 });

  test('does not depend on the order', () => {
    fc.assert(
      fc.property(
        children.chain((ratios) =>
          fc.tuple(
            fc.constant(ratios),
            fc.shuffledSubarray(ratios, { minLength: ratios.length, maxLength: ratios.length }),
          ),
        ),
        ([ratios, shuffled]) => {
          expect(meanProgress(shuffled.map(progress))).toEqual(meanProgress(ratios.map(progress)));
        },
      ),
    );
  });

  test('lies between the least and the greatest, and counts the unmeasured without weighing them', () => {
    fc.assert(
      fc.property(children, (ratios) => {
        const mean = meanProgress(ratios.map(progress));
        const some = ratios.filter((ratio) => ratio !== null);
        expect(mean.totalCount).toBe(ratios.length);
        expect(mean.measuredCount).toBe(some.length);
        if (some.length === 0) expect(mean.ratio).toBeNull();
        else {
          expect(mean.ratio).toBeGreaterThanOrEqual(Math.min(...some) - 1e-12);
          expect(mean.ratio).toBeLessThanOrEqual(Math.max(...some) + 1e-12);
        }
      }),
    );
  });
});

test('time goes by from 0 to 1 and never back', () => {
  const days = { fromDay: '2026-10-01', toDay: '2026-12-31' };
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 150 }), (count) => {
      const today = elapsedRatio(days, addDays(days.fromDay, count));
      const tomorrow = elapsedRatio(days, addDays(days.fromDay, count + 1));
      expect(today).toBeGreaterThanOrEqual(0);
      expect(tomorrow).toBeLessThanOrEqual(1);
      expect(today).toBeLessThanOrEqual(tomorrow);
    }),
  );
  expect(elapsedRatio(days, '2026-10-01')).toBe(0);
  expect(elapsedRatio(days, '2027-01-01')).toBe(1);
});
