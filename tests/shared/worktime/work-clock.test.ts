import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/day.ts';
import type { Calendar, CalendarVersion, Shift } from '../../../shared/plan/calendar.ts';
import { FIRST_DAY } from '../../../shared/day.ts';
import { officeHours } from '../../../shared/plan/calendar.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';
import { slowBetween } from './slow-clock.ts';

const HOUR_MS = 3_600_000;
const at = (text: string): number => Date.parse(text);

const ZONES = [
  'UTC',
  'Asia/Manila',
  'America/Bogota',
  'America/New_York',
  'Europe/Rome',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
];

const anyShift: fc.Arbitrary<Shift> = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    lengthMinutes: fc.integer({ min: 1, max: 900 }),
  })
  .map(({ weekday, fromMinute, lengthMinutes }) => ({
    weekday,
    fromMinute,
    toMinute: fromMinute + lengthMinutes,
  }));

const anyDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-01-01', days));

const anyVersion: fc.Arbitrary<CalendarVersion> = fc.record({
  fromDay: fc.constant(FIRST_DAY),
  timeZone: fc.constantFrom(...ZONES),
  shifts: fc.array(anyShift, { maxLength: 8 }),
  holidays: fc.array(anyDay, { maxLength: 30 }),
});

const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(anyVersion, fc.option(fc.tuple(anyDay, anyVersion), { nil: null }))
  .map(([first, second]) => ({
    id: 'c',
    name: 'c',
    versions: second ? [first, { ...second[1], fromDay: second[0] }] : [first],
  }));

const START_MIN = at('2024-01-01T00:00:00Z') / 60_000;
const anyMinute = fc
  .integer({ min: START_MIN, max: START_MIN + 700 * 1440 })
  .map((minute) => minute * 60_000);

describe('working time', () => {
  it('equals a look at every minute, for any calendar, over clock changes and versions', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 0, max: 20_000 }),
        (calendar, fromMs, minutes) => {
          const toMs = fromMs + minutes * 60_000;
          expect(workClock(calendar).between(fromMs, toMs)).toBe(
            slowBetween(calendar, fromMs, toMs),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('equals the slow sum around each clock change of a year', () => {
    const changes = [
      '2025-03-09',
      '2025-03-30',
      '2025-10-26',
      '2025-11-02',
      '2025-04-06',
      '2025-10-05',
    ];
    for (const timeZone of ZONES) {
      const shifts = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        fromMinute: 22 * 60,
        toMinute: 30 * 60,
      }));
      const calendar = {
        id: 'n',
        name: 'nights',
        versions: [{ fromDay: FIRST_DAY, timeZone, shifts, holidays: [] }],
      };
      for (const day of changes) {
        const fromMs = at(`${addDays(day, -2)}T00:00:00Z`);
        const toMs = at(`${addDays(day, 3)}T00:00:00Z`);
        expect(workClock(calendar).between(fromMs, toMs)).toBe(slowBetween(calendar, fromMs, toMs));
      }
    }
  });

  it('is additive over any split, and monotone', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyMinute, anyMinute, anyMinute), (calendar, instants) => {
        const [a, b, c] = instants.toSorted((x, y) => x - y) as [number, number, number];
        const clock = workClock(calendar);
        expect(clock.between(a, b) + clock.between(b, c)).toBe(clock.between(a, c));
        expect(clock.between(a, b)).toBeGreaterThanOrEqual(0);
        expect(clock.between(b, a)).toBe(-clock.between(a, b) + 0);
      }),
    );
  });

  it('add and between are inverse, forwards and backwards', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMinute,
        fc.integer({ min: 1, max: 400 * HOUR_MS }),
        (calendar, fromMs, workMs) => {
          const clock = workClock(calendar);
          const later = clock.add(fromMs, workMs);
          const earlier = clock.add(fromMs, -workMs);
          if (Number.isFinite(later)) {
            expect(clock.between(fromMs, later)).toBe(workMs);
            expect(clock.between(fromMs, later - 1)).toBe(workMs - 1);
          }
          if (Number.isFinite(earlier)) {
            expect(clock.between(earlier, fromMs)).toBe(workMs);
            expect(clock.between(earlier + 1, fromMs)).toBe(workMs - 1);
          }
        },
      ),
    );
  });

  it('answers the same whatever was asked before', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.array(anyMinute, { minLength: 2, maxLength: 8 }),
        (calendar, instants) => {
          const warm = workClock(calendar);
          for (const instant of instants) warm.between(instant, instant + HOUR_MS);
          const [a, b] = instants as [number, number];
          expect(warm.between(a, b)).toBe(workClock(calendar).between(a, b));
        },
      ),
    );
  });

  it('knows office hours, the weekend and the next opening', () => {
    const clock = workClock(officeHours('c', 'Rome', 'Europe/Rome'));
    const friday = at('2026-11-20T17:00:00+01:00');
    expect(clock.add(friday, 2 * HOUR_MS)).toBe(at('2026-11-23T10:00:00+01:00'));
    expect(clock.isOpen(at('2026-11-20T13:30:00+01:00'))).toBe(false);
    expect(clock.nextOpening(at('2026-11-20T18:00:00+01:00'))).toBe(
      at('2026-11-23T09:00:00+01:00'),
    );
    expect(clock.nextOpening(friday)).toBe(friday);
  });

  it('a calendar with no hours has no working time, no opening, and never reaches an end', () => {
    const empty = {
      id: 'c',
      name: '',
      versions: [{ fromDay: FIRST_DAY, timeZone: 'UTC', shifts: [], holidays: [] }],
    };
    for (const calendar of [empty, { ...empty, versions: [] }]) {
      const clock = workClock(calendar);
      expect(clock.between(at('2020-01-01'), at('2026-01-01'))).toBe(0);
      expect(clock.nextOpening(at('2026-01-01'))).toBeNull();
      expect(clock.add(at('2026-01-01'), 1)).toBe(Number.POSITIVE_INFINITY);
      expect(clock.add(at('2026-01-01'), -1)).toBe(Number.NEGATIVE_INFINITY);
    }
  });

  it('takes dates beyond its years as the nearest inside', () => {
    const clock = workClock(officeHours('c', 'Rome', 'Europe/Rome'));
    expect(clock.between(at('2026-01-01'), 8.64e15)).toBe(
      clock.between(at('2026-01-01'), at('2199-12-31T23:59:59.999Z')),
    );
  });
});
