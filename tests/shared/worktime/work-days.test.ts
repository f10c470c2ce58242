import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_DAY, addDays, dayIn } from '../../../shared/day.ts';
import type { Calendar, CalendarVersion, Shift } from '../../../shared/plan/calendar.ts';
import { officeHours } from '../../../shared/plan/calendar.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';
import { workDays } from '../../../shared/worktime/work-days.ts';
import { slowDayAt } from './slow-days.ts';

const MINUTE_MS = 60_000;
const at = (text: string): number => Date.parse(text);
const manila = (local: string): number => at(`${local}+08:00`);

const ZONES = ['UTC', 'Asia/Manila', 'America/New_York', 'Europe/Rome', 'America/St_Johns'];

/** One shift a day, perhaps with a break, perhaps past midnight; never long enough to meet the next. */
const anyDayShifts = fc
  .record({
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    lengthMinutes: fc.integer({ min: 30, max: 840 }),
    hasBreak: fc.boolean(),
  })
  .map(({ fromMinute, lengthMinutes, hasBreak }) => {
    const toMinute = fromMinute + lengthMinutes;
    const middle = fromMinute + Math.floor(lengthMinutes / 2);
    return hasBreak
      ? [
          { fromMinute, toMinute: middle },
          { fromMinute: middle + 10, toMinute },
        ]
      : [{ fromMinute, toMinute }];
  });

/** The same hours on each worked day, so that no two shifts overlap. */
const anyVersion: fc.Arbitrary<CalendarVersion> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    hours: anyDayShifts,
    holidays: fc.array(
      fc.nat(700).map((days) => addDays('2025-01-01', days)),
      { maxLength: 40 },
    ),
  })
  .map(({ timeZone, weekdays, hours, holidays }) => ({
    fromDay: FIRST_DAY,
    timeZone,
    shifts: weekdays.flatMap((weekday): Shift[] => hours.map((each) => ({ weekday, ...each }))),
    holidays,
  }));

/** Up to three versions in turn: hours that rotate. A day between them is free, so that none overlap. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(anyVersion, fc.array(fc.tuple(fc.nat(700), anyVersion), { maxLength: 2 }))
  .map(([first, later]) => {
    const versions = later
      .map(([days, version]) => ({ ...version, fromDay: addDays('2025-01-01', days) }))
      .toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    const free = versions.flatMap(({ fromDay }) =>
      [-2, -1, 0, 1].map((by) => addDays(fromDay, by)),
    );
    const all = [first, ...versions].map((version) => ({
      ...version,
      holidays: [...version.holidays, ...free],
    }));
    return { id: 'c', name: 'c', versions: all };
  });

const anyInstant = fc
  .integer({ min: 0, max: 700 * 1440 })
  .map((minutes) => at('2025-01-01T00:00:00Z') + minutes * MINUTE_MS);

const nights = (timeZone: string): Calendar => ({
  id: 'n',
  name: 'Nights',
  versions: [
    {
      fromDay: FIRST_DAY,
      timeZone,
      holidays: [],
      shifts: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, fromMinute: 21 * 60, toMinute: 25 * 60 },
        { weekday, fromMinute: 26 * 60, toMinute: 30 * 60 },
      ]),
    },
  ],
});

describe('work days', () => {
  it('equal a look at one instant alone, for any hours, zones, holidays and versions', () => {
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom(...ZONES), anyInstant, (calendar, zone, atMs) => {
        expect(workDays(calendar, zone).dayAt(atMs)).toBe(slowDayAt(calendar, zone, atMs));
      }),
      { numRuns: 400 },
    );
  });

  it('equal the look at each half hour around clock changes, both ways', () => {
    const changes = ['2025-03-09', '2025-03-30', '2025-10-26', '2025-11-02'];
    for (const [of, zone] of [
      ['America/New_York', 'America/New_York'],
      ['America/New_York', 'Asia/Manila'],
      ['Asia/Manila', 'Europe/Rome'],
      ['Europe/Rome', 'Europe/Rome'],
    ] as const) {
      for (const calendar of [nights(of), officeHours('o', 'Office', of)]) {
        const days = workDays(calendar, zone);
        for (const change of changes) {
          for (let half = -48; half < 96; half++) {
            const atMs = at(`${change}T00:00:00Z`) + half * 30 * MINUTE_MS;
            expect([atMs, days.dayAt(atMs)]).toEqual([atMs, slowDayAt(calendar, zone, atMs)]);
          }
        }
      }
    }
  });

  it('hold every instant once: a day begins where the one before it ends', () => {
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom(...ZONES), anyInstant, (calendar, zone, atMs) => {
        const days = workDays(calendar, zone);
        const day = days.dayAt(atMs);
        expect(days.startOf(day)).toBeLessThanOrEqual(atMs);
        expect(atMs).toBeLessThan(days.startOf(addDays(day, 1)));
        expect(days.dayAt(days.startOf(day))).toBe(day);
      }),
    );
  });

  it('never split a shift', () => {
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom(...ZONES), anyInstant, (calendar, zone, atMs) => {
        const clock = workClock(calendar);
        const openMs = clock.nextOpening(atMs);
        if (openMs === null) return;
        const days = workDays(calendar, zone);
        const startMs = days.startOf(days.dayAt(openMs));
        expect(clock.isOpen(startMs - 1) && clock.isOpen(startMs)).toBe(false);
      }),
    );
  });

  it('an office day is the local date, midnight to midnight', () => {
    const days = workDays(officeHours('o', '', 'Europe/Rome'), 'Europe/Rome');
    fc.assert(
      fc.property(anyInstant, (atMs) => {
        expect(days.dayAt(atMs)).toBe(dayIn('Europe/Rome', atMs));
      }),
    );
  });

  it('a night from 21:00 to 06:00 counts for the evening it began on, until half past one', () => {
    const days = workDays(nights('Asia/Manila'), 'Asia/Manila');
    expect(days.dayAt(manila('2026-11-16T21:30'))).toBe('2026-11-16');
    expect(days.dayAt(manila('2026-11-17T02:00'))).toBe('2026-11-16');
    expect(days.dayAt(manila('2026-11-17T06:30'))).toBe('2026-11-16');
    expect(days.dayAt(manila('2026-11-17T13:29'))).toBe('2026-11-16');
    expect(days.startOf('2026-11-17')).toBe(manila('2026-11-17T13:30'));
    // After Friday's night nothing begins on Saturday: its midnight ends the wait.
    expect(days.startOf('2026-11-21')).toBe(manila('2026-11-21T15:00'));
    expect(days.dayAt(manila('2026-11-21T15:00'))).toBe('2026-11-21');
  });

  it('a New York day worked from Manila is one night there, in summer and in winter', () => {
    const days = workDays(officeHours('o', '', 'America/New_York'), 'Asia/Manila');
    expect(days.dayAt(manila('2026-07-15T05:59'))).toBe('2026-07-14');
    expect(days.dayAt(manila('2026-11-17T06:59'))).toBe('2026-11-16');
    expect(days.dayAt(manila('2026-11-17T22:00'))).toBe('2026-11-17');
  });

  it('a calendar with no hours, or with shifts that overlap, still has days in order', () => {
    const day = (shifts: readonly Shift[]): Calendar => ({
      id: 'x',
      name: '',
      versions: [{ fromDay: FIRST_DAY, timeZone: 'UTC', shifts, holidays: [] }],
    });
    const endless = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      fromMinute: 600,
      toMinute: 600 + 50 * 60,
    }));
    for (const calendar of [day([]), { ...day([]), versions: [] }, day(endless)]) {
      const days = workDays(calendar, 'Asia/Manila');
      const atMs = manila('2026-11-17T10:00');
      const held = days.dayAt(atMs);
      expect(days.startOf(held) <= atMs && atMs < days.startOf(addDays(held, 1))).toBe(true);
    }
    expect(workDays(day([]), 'Nowhere/Atall').dayAt(at('2026-11-17T10:00Z'))).toBe('2026-11-17');
  });
});

describe('working time until an instant', () => {
  it('differs by what lies between, whatever is asked in between', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (calendar, a, b, c) => {
        const clock = workClock(calendar);
        const before = clock.workUntil(a);
        clock.workUntil(c - 5 * 366 * 86_400_000);
        expect(clock.workUntil(b) - before).toBe(workClock(calendar).between(a, b));
        expect(clock.workUntil(a)).toBe(before);
      }),
    );
  });

  it.each(['0000-01-01', '0001-01-01', '9999-12-31'])('begins %s without end of work', (day) => {
    const nights = [1, 2, 3].map((weekday) => ({ weekday, fromMinute: 1260, toMinute: 1800 }));
    const calendar = {
      id: 'c',
      name: '',
      versions: [{ fromDay: FIRST_DAY, timeZone: 'Asia/Manila', shifts: nights, holidays: [] }],
    };
    const days = workDays(calendar, 'Asia/Manila');
    expect(days.startOf(day)).toBe(days.startOf(day < '1900' ? '1899-12-01' : '2200-01-31'));
    const nowMs = manila('2026-11-18T10:00');
    expect(days.startOf(day) < nowMs).toBe(day < '1900');
  });
});
