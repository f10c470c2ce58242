import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occasion } from '#shared/notices/plan-notices';
import { planNotices } from '#shared/notices/plan-notices';
import { officeHours } from '#shared/plan/calendar';
import { workClock } from '#shared/worktime/work-clock';

const clock = workClock(officeHours('usual', '', 'Asia/Manila'));
const MONDAY_MS = Date.parse('2026-11-16T00:00:00Z');
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

const occasions: fc.Arbitrary<readonly Occasion[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('run', 'promise', 'checkIn', 'review'),
      atMs: fc.integer({ min: MONDAY_MS - 48 * HOUR_MS, max: MONDAY_MS + WEEK_MS }),
      lastsMs: fc.integer({ min: 1, max: 72 * HOUR_MS }),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ kind, atMs, lastsMs }, at) => ({
      key: String(at),
      kind,
      atMs,
      untilMs: atMs + lastsMs,
    })),
  );

/** A computer that is on from `fromMs` and whose one timer goes off when it was set to. */
function live(all: readonly Occasion[], fromMs: number, restartAtMs: number) {
  const told = new Set<string>();
  const tellings: { readonly key: string; readonly atMs: number }[] = [];
  let nowMs = fromMs;
  let rounds = 0;
  for (;;) {
    const { due, nextAtMs } = planNotices(all, clock, told, nowMs);
    for (const { key } of due) tellings.push({ key, atMs: nowMs });
    for (const { key } of due) told.add(key);
    rounds += 1;
    if (nextAtMs === null) return { tellings, rounds };
    expect(nextAtMs).toBeGreaterThan(nowMs);
    // A start in between plans once more, and with what was told before.
    nowMs = nowMs < restartAtMs && restartAtMs < nextAtMs ? restartAtMs : nextAtMs;
  }
}

describe('notices', () => {
  it('come within the hours, each once, all that are of use then, and by one timer', () => {
    const instant = fc.integer({ min: MONDAY_MS, max: MONDAY_MS + WEEK_MS });
    fc.assert(
      fc.property(occasions, instant, instant, (all, fromMs, restartAtMs) => {
        const { tellings, rounds } = live(all, fromMs, restartAtMs);
        expect(new Set(tellings.map(({ key }) => key)).size).toBe(tellings.length);
        for (const { key, atMs } of tellings) {
          const occasion = all.find((each) => each.key === key);
          expect(clock.isOpen(atMs)).toBe(true);
          expect(occasion && occasion.atMs <= atMs && atMs < occasion.untilMs).toBe(true);
        }
        const told = new Set(tellings.map(({ key }) => key));
        const useful = all.filter(({ atMs, untilMs }) => {
          const opensAtMs = clock.nextOpening(Math.max(atMs, fromMs));
          return opensAtMs !== null && opensAtMs < untilMs;
        });
        expect([...told].toSorted()).toEqual(useful.map(({ key }) => key).toSorted());
        // Nothing looks now and then: a round for each time at which there is something, and the restart.
        expect(rounds).toBeLessThanOrEqual(all.length + 2);
      }),
    );
  });

  it('wait for the morning where something is due at night', () => {
    const atMs = Date.parse('2026-11-17T20:00:00Z');
    const night: Occasion = { key: 'a', kind: 'run', atMs, untilMs: Infinity };
    const { due, nextAtMs } = planNotices([night], clock, new Set(), atMs);
    expect(due).toEqual([]);
    expect(new Date(nextAtMs ?? 0).toISOString()).toBe('2026-11-18T01:00:00.000Z');
  });
});
