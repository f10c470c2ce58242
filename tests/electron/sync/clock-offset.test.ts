import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHlc } from '#shared/stream/clock';
import {
  lastWallTime,
  learn,
  NOTHING_KNOWN,
  offsetIn,
  offsetOfAnswer,
} from '../../../electron/sync/clock-offset.ts';

const HOUR_MS = 3_600_000;

describe('what is known of another clock', () => {
  test('narrows with each reading', () => {
    const first = learn(NOTHING_KNOWN, { atLeastMs: -5_000, atMostMs: null }, 0);
    const second = learn(first, { atLeastMs: -9_000, atMostMs: 400 }, 1_000);
    expect(offsetIn(second)).toEqual({ atLeastMs: -5_000, atMostMs: 400 });
  });

  test('is given up for what is new where the two cannot both be: somebody set it', () => {
    const fast = learn(NOTHING_KNOWN, { atLeastMs: HOUR_MS, atMostMs: null }, 0);
    const right = learn(fast, { atLeastMs: -100, atMostMs: 50 }, 1_000);
    expect(offsetIn(right)).toEqual({ atLeastMs: -100, atMostMs: 50 });
  });

  test('grows old within a day', () => {
    const fast = learn(NOTHING_KNOWN, { atLeastMs: HOUR_MS, atMostMs: null }, 0);
    const later = learn(fast, { atLeastMs: 10, atMostMs: null }, 25 * HOUR_MS);
    expect(offsetIn(later)).toEqual({ atLeastMs: 10, atMostMs: null });
  });

  test('of an answer holds the true offset, however long each way took', () => {
    const wayMs = fc.integer({ min: 0, max: 60_000 });
    const offset = fc.integer({ min: -10 * 365 * 24 * HOUR_MS, max: 10 * 365 * 24 * HOUR_MS });
    fc.assert(
      fc.property(wayMs, wayMs, offset, (thereMs, backMs, trueMs) => {
        const askedAtMs = 1_800_000_000_000;
        const theirsMs = askedAtMs + thereMs + trueMs;
        const dateMs = Math.floor(theirsMs / 1_000) * 1_000;
        const { atLeastMs, atMostMs } = offsetOfAnswer(
          dateMs,
          askedAtMs,
          askedAtMs + thereMs + backMs,
        );
        expect(atLeastMs).toBeLessThanOrEqual(trueMs);
        expect(atMostMs).toBeGreaterThanOrEqual(trueMs);
      }),
    );
  });
});

test('only a change with the time of its own clock is a reading of it', () => {
  const own = { hlc: formatHlc({ ms: 5_000, counter: 0 }) };
  const following = { hlc: formatHlc({ ms: 5_000, counter: 1 }) };
  const inherited = { hlc: formatHlc({ ms: 900_000, counter: 7 }) };
  expect(lastWallTime([own, following, inherited])).toBe(5_000);
  expect(lastWallTime([inherited])).toBeNull();
});
