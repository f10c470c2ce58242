import { describe, expect, test } from 'vitest';
import type { Cadence } from '#shared/cadence/cadence';
import { cadenceFrom } from '#shared/cadence/cadence';
import type { MemberHours } from '#shared/cadence/check-in-times';
import { checkInState, checkInTime } from '#shared/cadence/check-in-times';
import type { Shift } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { workClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';

const atNine: Cadence = cadenceFrom({
  id: 'c',
  audience: 'team',
  type: 'cadence',
  stamp: '',
  fields: { kind: 'checkIn', minuteOfDay: 540, fromDay: '2026-01-01' },
});

function hoursOf(
  zone: string,
  shifts?: readonly Shift[],
  holidays: readonly string[] = [],
): MemberHours {
  const office = officeHours('c', '', zone);
  const calendar = {
    ...office,
    versions: office.versions.map((each) => ({ ...each, shifts: shifts ?? each.shifts, holidays })),
  };
  return { zone, clock: workClock(calendar), days: workDays(calendar, zone) };
}

const nights = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 21 * 60,
  toMinute: 30 * 60,
}));
const dueAt = (cadence: Cadence, hours: MemberHours, day: string): string | undefined => {
  const time = checkInTime(cadence, hours, day);
  return time ? new Date(time.atMs).toISOString().slice(0, 16) : undefined;
};

describe('a check-in is asked for', () => {
  test('at the same wall time in every zone', () => {
    expect(dueAt(atNine, hoursOf('Asia/Manila'), '2026-11-23')).toBe('2026-11-23T01:00');
    expect(dueAt(atNine, hoursOf('America/Bogota'), '2026-11-23')).toBe('2026-11-23T14:00');
  });

  test('when the shift begins, where nobody works at that hour', () => {
    expect(dueAt(atNine, hoursOf('Asia/Manila', nights), '2026-11-23')).toBe('2026-11-23T13:00');
  });

  test('after midnight, where that lies in the night shift', () => {
    const atTwo = { ...atNine, minuteOfDay: 120 };
    expect(dueAt(atTwo, hoursOf('Asia/Manila', nights), '2026-11-23')).toBe('2026-11-23T18:00');
  });

  test('on no day off, and on none before it begins', () => {
    const hours = hoursOf('Asia/Manila', undefined, ['2026-11-30']);
    expect(dueAt(atNine, hours, '2026-11-22')).toBeUndefined();
    expect(dueAt(atNine, hours, '2026-11-30')).toBeUndefined();
    expect(dueAt({ ...atNine, fromDay: '2026-11-24' }, hours, '2026-11-23')).toBeUndefined();
    expect(dueAt({ ...atNine, isPaused: true }, hours, '2026-11-23')).toBeUndefined();
  });

  test('in the break of the day all the same: work goes on after it', () => {
    const atHalfPastOne = { ...atNine, minuteOfDay: 13 * 60 + 30 };
    expect(dueAt(atHalfPastOne, hoursOf('Asia/Manila'), '2026-11-23')).toBe('2026-11-23T05:30');
  });
});

describe('a day’s check-in', () => {
  const time = { day: '2026-11-23', atMs: 100, endsAtMs: 200 };
  const silent = { checkedInAtMs: null };
  test.each([
    ['ahead before its time', time, undefined, 99, 'ahead'],
    ['due from its time on', time, silent, 100, 'due'],
    ['skipped when the day is over', time, silent, 200, 'skipped'],
    ['given, however late', time, { checkedInAtMs: 199 }, 500, 'given'],
    ['given on a day off, if somebody wants to', null, { checkedInAtMs: 1 }, 500, 'given'],
    ['never asked for on a day off', null, undefined, 500, 'off'],
  ] as const)('is %s', (_, due, checkIn, nowMs, state) => {
    expect(checkInState(due, checkIn, nowMs)).toBe(state);
  });

  test('nobody is said to have skipped whose log has not arrived since it was asked for', () => {
    expect(checkInState(time, silent, 500, 99)).toBe('unheard');
    expect(checkInState(time, silent, 150, 99)).toBe('unheard');
    expect(checkInState(time, silent, 50, 20)).toBe('ahead');
    expect(checkInState(time, silent, 500, 100)).toBe('skipped');
    expect(checkInState(time, { checkedInAtMs: 110 }, 500, 99)).toBe('given');
  });
});
