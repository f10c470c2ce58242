import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exactDistribution } from '#shared/metrics/distribution';
import {
  AGE_BANDS,
  ageBandOf,
  agePlace,
  ageingOf,
  timeMarks,
} from '#shared/metrics/insights/ageing';
import { sortSamples } from '#shared/metrics/samples';
import { isOpen } from '#shared/deliverables/deliverable';
import { TERMS, anyWork, work } from '../timed-work.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-04-15T10:00:00Z');
const times = fc
  .array(fc.integer({ min: 0, max: 900_000 }), { minLength: 10, maxLength: 90 })
  .map(sortSamples);

test('of past times no more than their share is beyond each mark', () => {
  fc.assert(
    fc.property(times, (past) => {
      const marks = timeMarks(exactDistribution(past));
      if (!marks) throw new Error('ten times are enough');
      const share = (limit: number): number =>
        past.filter((time) => time <= limit).length / past.length;
      // Between two neighbours interpolation may fall short of the share by one time.
      const one = 1 / past.length;
      expect(share(marks.p50Ms)).toBeGreaterThanOrEqual(0.5 - one);
      expect(share(marks.p85Ms)).toBeGreaterThanOrEqual(0.85 - one);
      expect(share(marks.p95Ms)).toBeGreaterThanOrEqual(0.95 - one);
    }),
  );
});

test('the older work is, the further on it stands, and its band is the one it stands in', () => {
  fc.assert(
    fc.property(times, fc.nat({ max: 4_000_000 }), fc.nat({ max: 4_000_000 }), (past, a, b) => {
      const marks = timeMarks(exactDistribution(past));
      if (!marks) throw new Error('ten times are enough');
      const [younger, older] = [Math.min(a, b), Math.max(a, b)];
      expect(agePlace(younger, marks)).toBeLessThanOrEqual(agePlace(older, marks));
      const place = agePlace(older, marks);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(4);
      const band = AGE_BANDS.indexOf(ageBandOf(older, marks));
      expect(place).toBeGreaterThanOrEqual(band);
      expect(place).toBeLessThanOrEqual(band + 1);
    }),
  );
});

test('every open deliverable that was begun or asked for by now is there once', () => {
  fc.assert(
    fc.property(fc.array(anyWork, { maxLength: 20 }), (all) => {
      const open = all.filter(isOpen);
      const aged = ageingOf(open, TERMS, () => null, NOW_MS);
      const known = open.filter(
        ({ startedAtMs, requestedAtMs }) => (startedAtMs ?? requestedAtMs ?? Infinity) <= NOW_MS,
      );
      expect(new Set(aged.map(({ deliverable }) => deliverable))).toEqual(new Set(known));
      expect(aged).toHaveLength(known.length);
    }),
  );
});

describe('ageing', () => {
  const hours = (count: number): number => count * HOUR_MS;
  const marks = timeMarks(exactDistribution(Array.from({ length: 20 }, (_, at) => hours(at + 1))));

  it('says nothing of an outcome with fewer than ten past times', () => {
    expect(timeMarks(exactDistribution([1, 2, 3, 4, 5, 6, 7, 8, 9]))).toBeNull();
  });

  it('holds begun work against cycle times and the rest against turnarounds, the furthest first', () => {
    const since = (day: string): number => Date.parse(`${day}T07:00:00Z`);
    const open = [
      work('ben', { outcomeId: 'tickets', requestedAtMs: since('2026-04-14') }, 'asked'),
      work('ben', { outcomeId: 'tickets', startedAtMs: since('2026-04-08') }, 'begun'),
      work('ben', { outcomeId: 'books', startedAtMs: since('2026-04-08') }, 'unknown'),
    ];
    const asked: string[] = [];
    const aged = ageingOf(
      open,
      TERMS,
      (outcomeId, basis) => {
        asked.push(`${outcomeId} ${basis}`);
        return outcomeId === 'tickets' ? marks : null;
      },
      NOW_MS,
    );
    expect(aged.map((each) => [each.deliverable.id, each.against?.band ?? null])).toEqual([
      ['begun', 'extreme'],
      ['asked', 'slow'],
      ['unknown', null],
    ]);
    expect(asked).toContain('tickets turnaround');
    expect(asked).toContain('tickets cycle');
  });
});
