import { expect, test } from 'vitest';
import { presetOf } from '#shared/plan/calendar-draft';
import { nextShiftOf } from '#shared/plan/shift-elsewhere';

const day = { ...presetOf('usDay'), timeZone: 'America/New_York', holidays: ['2026-11-26'] };

test('a New York day is told by its instants, in summer and in winter', () => {
  expect(nextShiftOf(day, '2026-07-13')).toEqual({
    day: '2026-07-13',
    fromMs: Date.parse('2026-07-13T21:00:00+08:00'),
    toMs: Date.parse('2026-07-14T06:00:00+08:00'),
  });
  expect(nextShiftOf(day, '2026-11-16')?.fromMs).toBe(Date.parse('2026-11-16T22:00:00+08:00'));
});

test('days off are passed over, and a week without hours has no shift', () => {
  expect(nextShiftOf(day, '2026-11-26')?.day).toBe('2026-11-27');
  expect(nextShiftOf(day, '2026-11-28')?.day).toBe('2026-11-30');
  expect(nextShiftOf({ ...day, week: [] }, '2026-11-16')).toBeNull();
});
