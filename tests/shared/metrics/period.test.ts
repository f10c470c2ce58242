import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/day';
import { bucketFor, bucketsOf, rangeAround, shiftRange } from '#shared/metrics/period';

describe('periods', () => {
  test('a week runs from Monday to Sunday', () => {
    expect(rangeAround('week', '2026-11-22')).toEqual({
      fromDay: '2026-11-16',
      toDay: '2026-11-22',
    });
  });

  test('a month knows its length, leap years and the year end', () => {
    expect(rangeAround('month', '2028-02-10').toDay).toBe('2028-02-29');
    expect(rangeAround('month', '2026-12-31')).toEqual({
      fromDay: '2026-12-01',
      toDay: '2026-12-31',
    });
  });

  test('a quarter begins in January, April, July or October', () => {
    expect(rangeAround('quarter', '2026-11-22')).toEqual({
      fromDay: '2026-10-01',
      toDay: '2026-12-31',
    });
    expect(rangeAround('quarter', '2028-03-31')).toEqual({
      fromDay: '2028-01-01',
      toDay: '2028-03-31',
    });
  });

  test('free ranges move by their own length', () => {
    const range = { fromDay: '2026-11-01', toDay: '2026-11-10' };
    expect(shiftRange('custom', range, -1)).toEqual({
      fromDay: '2026-10-22',
      toDay: '2026-10-31',
    });
  });

  test('stepping forth and back returns to the same period', () => {
    const day = fc
      .integer({ min: -40_000, max: 40_000 })
      .map((days) => addDays('2026-11-22', days));
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'week', 'month', 'quarter'), (day, kind) => {
        const range = rangeAround(kind, day);
        expect(shiftRange(kind, shiftRange(kind, range, 1), -1)).toEqual(range);
      }),
    );
  });

  test('buckets cover the range without a hole or an overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 0, max: 900 }),
        (at, length) => {
          const fromDay = addDays('2024-01-01', at);
          const range = { fromDay, toDay: addDays(fromDay, length) };
          const buckets = bucketsOf(range, bucketFor(range));
          expect(buckets[0]?.fromDay).toBe(range.fromDay);
          expect(buckets.at(-1)?.toDay).toBe(range.toDay);
          for (const [index, bucket] of buckets.slice(1).entries()) {
            expect(daysBetween(buckets[index]?.toDay ?? '', bucket.fromDay)).toBe(1);
          }
        },
      ),
    );
  });
});
