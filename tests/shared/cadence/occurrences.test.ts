import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '#shared/cadence/cadence';
import { cadenceFrom } from '#shared/cadence/cadence';
import {
  latestOccurrence,
  nextOccurrence,
  occurrencesBetween,
  periodOf,
} from '#shared/cadence/occurrences';
import { dayIn } from '#shared/day';
import { offsetAt } from '#shared/worktime/zone-offset';

const weekly: Cadence = {
  id: 'c',
  kind: 'weekly',
  name: 'Monday review',
  memberIds: [],
  ownerId: 'mara',
  timeZone: 'Europe/Berlin',
  minuteOfDay: 9 * 60,
  weekday: 1,
  dayOfMonth: 1,
  fromDay: '2026-01-01',
  isPaused: false,
  isDeleted: false,
};

const at = (text: string): number => Date.parse(text);
const timesOf = (cadence: Cadence, from: string, to: string): readonly string[] =>
  occurrencesBetween(cadence, at(from), at(to)).map(({ atMs }) =>
    new Date(atMs).toISOString().slice(0, 16),
  );

describe('a weekly review', () => {
  test('stays at its local time when the clocks change', () => {
    expect(timesOf(weekly, '2026-03-22T00:00Z', '2026-04-01T00:00Z')).toEqual([
      '2026-03-23T08:00',
      '2026-03-30T07:00',
    ]);
  });

  test('at an hour that is skipped is held when the gap has passed, at one that comes twice the first time', () => {
    const atNight = { ...weekly, weekday: 7, minuteOfDay: 150 };
    expect(timesOf(atNight, '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual([
      '2026-03-29T01:30',
    ]);
    expect(timesOf(atNight, '2026-10-24T00:00Z', '2026-10-26T00:00Z')).toEqual([
      '2026-10-25T00:30',
    ]);
  });

  test('looks back early in the week, and on its own week late in it', () => {
    expect(periodOf('weekly', '2026-11-23')).toEqual({
      fromDay: '2026-11-16',
      toDay: '2026-11-22',
    });
    expect(periodOf('weekly', '2026-11-27')).toEqual({
      fromDay: '2026-11-23',
      toDay: '2026-11-29',
    });
  });

  test('is due from its first day on, and at no time while paused', () => {
    const begun = { ...weekly, fromDay: '2026-11-24' };
    expect(timesOf(begun, '2026-11-01T00:00Z', '2026-12-02T00:00Z')).toEqual(['2026-11-30T08:00']);
    expect(
      timesOf({ ...weekly, isPaused: true }, '2026-11-01T00:00Z', '2026-12-01T00:00Z'),
    ).toEqual([]);
    const neverBegun = { ...weekly, fromDay: '9999-12-31' };
    expect(timesOf(neverBegun, '2026-11-01T00:00Z', '2026-12-01T00:00Z')).toEqual([]);
  });

  test('of a day in the far east comes before midnight in UTC', () => {
    const kiritimati = { ...weekly, timeZone: 'Pacific/Kiritimati' };
    expect(timesOf(kiritimati, '2026-11-22T00:00Z', '2026-11-23T00:00Z')).toEqual([
      '2026-11-22T19:00',
    ]);
  });
});

describe('a monthly discussion', () => {
  const monthly: Cadence = { ...weekly, kind: 'monthly', dayOfMonth: 31, timeZone: 'UTC' };

  test('on the 31st is held on the last day of a shorter month, about that month', () => {
    const found = occurrencesBetween(monthly, at('2026-01-15T00:00Z'), at('2026-05-01T00:00Z'));
    expect(found.map(({ day }) => day)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(found.map(({ key }) => key)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
  });

  test('early in a month is about the month before', () => {
    expect(periodOf('monthly', '2026-01-05')).toEqual({
      fromDay: '2025-12-01',
      toDay: '2025-12-31',
    });
  });
});

test('the last and the next time lie on either side of now', () => {
  const nowMs = at('2026-11-23T08:00Z');
  expect(latestOccurrence(weekly, nowMs)?.atMs).toBe(nowMs);
  expect(nextOccurrence(weekly, nowMs)?.day).toBe('2026-11-30');
  expect(latestOccurrence(weekly, at('2026-01-01T00:00Z'))).toBeNull();
});

test('what merged data brings in place of a time reads as the usual one', () => {
  const fields = { kind: 'yearly', weekday: 9, dayOfMonth: 2.5, minuteOfDay: -1, fromDay: 'soon' };
  const read = cadenceFrom({ id: 'c', audience: 'team', type: 'cadence', stamp: '', fields });
  expect(read).toMatchObject({ kind: 'weekly', weekday: 1, dayOfMonth: 1, minuteOfDay: 540 });
  expect(occurrencesBetween(read, at('2026-11-23T00:00Z'), at('2026-11-24T00:00Z'))).toHaveLength(
    1,
  );
});

test('cutting the time anywhere loses no occurrence, doubles none, and each is at its local time', () => {
  const instant = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom('checkIn' as const, 'weekly' as const, 'monthly' as const),
        timeZone: fc.constantFrom(
          'America/St_Johns',
          'Asia/Manila',
          'Pacific/Apia',
          'Europe/London',
        ),
        minuteOfDay: fc.integer({ min: 4 * 60, max: 1439 }),
        weekday: fc.integer({ min: 1, max: 7 }),
        dayOfMonth: fc.integer({ min: 1, max: 31 }),
      }),
      fc.tuple(
        instant,
        fc.integer({ min: 0, max: 90 * 86_400_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      (how, [fromMs, lengthMs, share]) => {
        const cadence = { ...weekly, ...how, fromDay: '' };
        const cutMs = fromMs + Math.floor(lengthMs * share);
        const toMs = fromMs + lengthMs;
        const whole = occurrencesBetween(cadence, fromMs, toMs);
        const parts = [
          ...occurrencesBetween(cadence, fromMs, cutMs),
          ...occurrencesBetween(cadence, cutMs, toMs),
        ];
        expect(parts).toEqual(whole);
        expect(new Set(whole.map(({ key }) => key)).size).toBe(whole.length);
        for (const { atMs, day } of whole) {
          expect(dayIn(how.timeZone, atMs)).toBe(day);
          const localMinute = ((atMs + offsetAt(how.timeZone, atMs)) / 60_000) % 1440;
          expect(localMinute).toBe(how.minuteOfDay);
        }
      },
    ),
    { numRuns: 40 },
  );
});
