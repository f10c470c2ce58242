import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFrom, officeHours } from '#shared/plan/calendar';
import {
  hoursProblem,
  minuteOfTime,
  shiftsOfWeek,
  timeOfMinute,
  versionOn,
  versionsJson,
  weekMinutes,
  weekOf,
  withHours,
} from '#shared/plan/weekly-hours';
import type { DayHours } from '#shared/plan/weekly-hours';

const office = officeHours('c', 'Office', 'Asia/Manila');
const monday: DayHours = {
  weekday: 1,
  isWorked: true,
  fromMinute: 540,
  toMinute: 1080,
  hasBreak: true,
  breakFromMinute: 780,
  breakToMinute: 840,
};

test('office hours read as five days with a break and come back the same', () => {
  const shifts = office.versions[0]?.shifts ?? [];
  const week = weekOf(shifts);
  expect(week.filter((day) => day.isWorked)).toHaveLength(5);
  expect(week[0]).toEqual(monday);
  expect(shiftsOfWeek(week)).toEqual(shifts);
  expect(weekMinutes(week)).toBe(40 * 60);
});

test('a night shift runs past midnight, with its break on the next day', () => {
  const night = {
    ...monday,
    fromMinute: 1320,
    toMinute: 420,
    breakFromMinute: 60,
    breakToMinute: 120,
  };
  expect(shiftsOfWeek([night])).toEqual([
    { weekday: 1, fromMinute: 1320, toMinute: 1500 },
    { weekday: 1, fromMinute: 1560, toMinute: 1860 },
  ]);
  expect(weekOf(shiftsOfWeek([night]))[0]).toEqual(night);
});

describe('problems', () => {
  test('hours that end when they begin', () => {
    expect(hoursProblem({ ...monday, toMinute: 540 })).toBe('hours-empty');
  });
  test('a break outside the hours', () => {
    expect(hoursProblem({ ...monday, breakFromMinute: 480 })).toBe('break-outside');
    expect(hoursProblem({ ...monday, breakToMinute: 1080 })).toBe('break-outside');
  });
  test('a day off has none', () => {
    expect(hoursProblem({ ...monday, isWorked: false, toMinute: 540 })).toBeNull();
  });
});

test('new hours leave the days before them as they were', () => {
  const version = { timeZone: 'Asia/Manila', shifts: shiftsOfWeek([monday]), holidays: [] };
  const later = withHours(office, version, '2026-11-23');
  expect(versionOn(later, '2026-11-22')).toEqual(office.versions[0]);
  expect(versionOn(later, '2026-11-23')?.shifts).toHaveLength(2);
  const again = withHours(later, { ...version, holidays: ['2026-12-25'] }, '2026-11-23');
  expect(again.versions).toHaveLength(2);
});

test('stored versions are read back as they were', () => {
  const fields = { name: 'Office', versions: versionsJson(office.versions) };
  const read = calendarFrom({ audience: 'team', type: 'calendar', id: 'c', fields, stamp: '0' });
  expect(read).toEqual(office);
});

test('times of day are read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(minuteOfTime(timeOfMinute(minute))).toBe(minute);
    }),
  );
  expect(minuteOfTime('24:00')).toBeNull();
  expect(minuteOfTime('9.30')).toBeNull();
});
