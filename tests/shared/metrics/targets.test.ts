import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_DAY, addDays } from '../../../shared/day.ts';
import type { Calendar } from '../../../shared/plan/calendar.ts';
import { officeHours } from '../../../shared/plan/calendar.ts';
import { PERIODS } from '../../../shared/plan/outcome.ts';
import { nextPeriod, periodStart, targetIn } from '../../../shared/metrics/targets.ts';
import { workClock } from '../../../shared/worktime/work-clock.ts';
import { workDays } from '../../../shared/worktime/work-days.ts';

const ZONE = 'Asia/Manila';
const clock = workClock(officeHours('c', 'Manila', ZONE));
const days = workDays(officeHours('c', 'Manila', ZONE), ZONE);
const at = (local: string): number => Date.parse(`${local}+08:00`);
const daily = { target: 12, period: 'day' } as const;

const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2022-01-01', days));

describe('targetIn', () => {
  it('asks for a daily target on each working day and for none at the weekend', () => {
    const week = targetIn(daily, clock, days, '2026-11-16', '2026-11-22', at('2026-11-22T12:00'));
    expect(week.whole).toBeCloseTo(60, 9);
    expect(week.soFar).toBeCloseTo(60, 9);
  });

  it('pro-rates today by the working time elapsed, breaks left out', () => {
    const noon = targetIn(daily, clock, days, '2026-11-16', '2026-11-16', at('2026-11-16T13:30'));
    expect(noon).toEqual({ whole: 12, soFar: 6 });
    const dawn = targetIn(daily, clock, days, '2026-11-16', '2026-11-16', at('2026-11-16T07:00'));
    expect(dawn.soFar).toBe(0);
  });

  it('asks whoever joins in the middle of a week for what is left of it', () => {
    const joined = at('2026-11-18T15:00');
    const now = at('2026-11-18T15:00');
    const week = targetIn(daily, clock, days, '2026-11-16', '2026-11-22', now, joined);
    // Three of Wednesday's eight hours, Thursday and Friday.
    expect(week.whole).toBeCloseTo(12 * (3 / 8 + 2), 9);
    expect(week.soFar).toBe(0);
  });

  it('gives the target of a night whole to the evening on which it began', () => {
    const calendar: Calendar = {
      id: 'n',
      name: 'Nights',
      versions: [
        {
          fromDay: FIRST_DAY,
          timeZone: 'America/New_York',
          shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 480, toMinute: 1020 })),
          holidays: [],
        },
      ],
    };
    const nights = workDays(calendar, ZONE);
    const wholeOf = (day: string): number =>
      targetIn(daily, workClock(calendar), nights, day, day, at('2026-11-17T03:30')).whole;
    // 21:00 to 06:00 in Manila, Monday to Friday.
    expect(wholeOf('2026-11-16')).toBeCloseTo(12, 9);
    expect(wholeOf('2026-11-20')).toBeCloseTo(12, 9);
    expect(wholeOf('2026-11-21')).toBe(0);
    const soFar = (local: string): number =>
      targetIn(daily, workClock(calendar), nights, '2026-11-16', '2026-11-16', at(local)).soFar;
    expect(soFar('2026-11-17T01:30')).toBeCloseTo(6, 9);
    expect(soFar('2026-11-17T06:00')).toBeCloseTo(12, 9);
  });

  it('moves no weekly target for a holiday, but shares it over the days left', () => {
    const calendar: Calendar = officeHours('c', 'Manila', ZONE);
    const versions = calendar.versions.map((each) => ({ ...each, holidays: ['2026-11-18'] }));
    const withHoliday = workClock({ ...calendar, versions });
    const weekly = { target: 40, period: 'week' } as const;
    const nowMs = at('2026-11-30T00:00');
    const whole = targetIn(weekly, withHoliday, days, '2026-11-16', '2026-11-22', nowMs).whole;
    const monday = targetIn(weekly, withHoliday, days, '2026-11-16', '2026-11-16', nowMs).whole;
    expect(whole).toBeCloseTo(40, 9);
    expect(monday).toBeCloseTo(10, 9);
  });

  it('is additive over any split of the days', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIODS),
        anyDay,
        fc.nat(120),
        fc.nat(120),
        (period, first, before, after) => {
          const measure = { target: 7, period };
          const middle = addDays(first, before);
          const last = addDays(middle, after + 1);
          const nowMs = at(`${middle}T11:00`);
          const of = (from: string, to: string) => targetIn(measure, clock, days, from, to, nowMs);
          const [a, b, both] = [of(first, middle), of(addDays(middle, 1), last), of(first, last)];
          expect(a.whole + b.whole).toBeCloseTo(both.whole, 6);
          expect(a.soFar + b.soFar).toBeCloseTo(both.soFar, 6);
        },
      ),
    );
  });
});

describe('periods', () => {
  it('hold every day once, one after the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), anyDay, (period, day) => {
        const first = periodStart(period, day);
        const next = nextPeriod(period, first);
        expect(first <= day && day < next).toBe(true);
        expect(periodStart(period, next)).toBe(next);
        expect(periodStart(period, addDays(next, -1))).toBe(first);
      }),
    );
  });
});
