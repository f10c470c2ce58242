import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Backoff, Retry } from '../../../electron/sync/retry.ts';

const BACKOFF: Backoff = { shortestMs: 1_000, firstMs: 2_000, longestMs: 300_000 };

test('waits are drawn from ever longer spans, and never longer than the longest', () => {
  const retry = new Retry(() => undefined);
  for (let failed = 0; failed < 60; failed += 1) {
    const waitMs = retry.plan(BACKOFF);
    expect(waitMs).toBeGreaterThanOrEqual(1_000);
    expect(waitMs).toBeLessThanOrEqual(Math.min(300_000, 2_000 * 2 ** Math.min(failed, 20)));
  }
  retry.stop();
});

test('many that fail together do not come back together', () => {
  const waits = Array.from({ length: 200 }, () => {
    const retry = new Retry(() => undefined);
    for (let failed = 0; failed < 8; failed += 1) retry.plan(BACKOFF);
    const waitMs = retry.plan(BACKOFF);
    retry.stop();
    return waitMs;
  });
  expect(new Set(waits.map((waitMs) => Math.floor(waitMs / 30_000))).size).toBeGreaterThan(5);
});

test('who asked to be left alone is, however long that is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_600_000 }), (atLeastMs) => {
      const retry = new Retry(() => undefined);
      expect(retry.plan(BACKOFF, atLeastMs)).toBeGreaterThanOrEqual(atLeastMs);
      retry.stop();
    }),
  );
});

test('what is planned happens once, and is then no longer planned', () => {
  vi.useFakeTimers();
  try {
    const tried = vi.fn<() => void>();
    const retry = new Retry(tried);
    const waitMs = retry.plan(BACKOFF);
    expect(retry.isPlanned).toBe(true);
    vi.advanceTimersByTime(waitMs);
    expect(tried).toHaveBeenCalledOnce();
    expect(retry.isPlanned).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
