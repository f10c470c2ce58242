import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { OccurrenceDays } from '#shared/deliverables/occurrences';
import {
  isRuleReadable,
  nextOccurrences,
  occurrenceDays,
  occurrencesIn,
} from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import { patternOf, ruleOf } from '#shared/deliverables/recurrence-rule';
import type { Calendar, Shift } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { workClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';
import { NEVER_OFF, ms, recurrence } from './occurrences-support.ts';
import { cpuMsOf } from '../../cpu-time.ts';

function daysOf(calendar: Calendar, zone: string): OccurrenceDays {
  const hours = { clock: workClock(calendar), days: workDays(calendar, zone) };
  return occurrenceDays(hours, hours);
}

const days = (part: Partial<Recurrence>, known: OccurrenceDays, from: string, to: string) =>
  occurrencesIn(recurrence(part), known, ms(from), ms(to)).map(({ day }) => day);

describe('a wall clock', () => {
  test.each([
    ['Europe/Rome', [23, 24, 25]],
    ['America/New_York', [23, 24, 25]],
    ['Australia/Lord_Howe', [23.5, 24, 24.5]],
    ['Asia/Manila', [24]],
  ])(
    'shows nine o’clock in %s every day of a year, over both clock changes',
    (zone, dayLengths) => {
      const daily = recurrence({ zone });
      const year = occurrencesIn(
        daily,
        NEVER_OFF,
        ms('2026-01-01T14:00Z'),
        ms('2027-01-01T14:00Z'),
      );
      expect(year).toHaveLength(365);
      for (const { day, atMs, localTime } of year) {
        const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
        expect(local.toPlainDateTime().toString()).toBe(`${day}T09:00:00`);
        expect(localTime).toBe(`${day}T09:00`);
      }
      const hours = new Set(
        year.slice(1).map(({ atMs }, i) => (atMs - (year[i]?.atMs ?? 0)) / 3_600_000),
      );
      expect([...hours].toSorted((a, b) => a - b)).toEqual(dayLengths);
    },
  );

  test.each([
    ['moves on over the hour that spring skips', '2026-03-29', '2026-03-29T03:30'],
    ['takes the first of the hour that autumn has twice', '2026-10-25', '2026-10-25T02:30'],
  ])('%s', (_, day, local) => {
    const part = { atMinute: 150, startsOn: day, endsAfterCount: 1 };
    const [found] = occurrencesIn(recurrence(part), NEVER_OFF, 0, ms('2027-01-01T00:00Z'));
    const exact = Temporal.PlainDateTime.from(`${day}T02:30`).toZonedDateTime('Europe/Rome');
    expect(found).toEqual({ day, atMs: exact.epochMilliseconds, localTime: local });
  });
});

const ITALY_2026 = [
  '2026-01-01',
  '2026-01-06',
  '2026-04-06',
  '2026-05-01',
  '2026-06-02',
  '2026-12-31',
];

describe('days off', () => {
  const hours = officeHours('rome', '', 'Europe/Rome');
  const [version] = hours.versions;
  const italian: Calendar = {
    ...hours,
    versions: version ? [{ ...version, holidays: ITALY_2026 }] : [],
  };
  const rome = daysOf(italian, 'Europe/Rome');
  const YEAR = ['2026-01-01T00:00Z', '2026-12-31T23:00Z'] as const;

  test('leave the last business day of each month', () => {
    const last = { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', dayOff: 'previous' } as const;
    expect(days(last, rome, ...YEAR)).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-30',
      '2026-11-30',
      '2026-12-30',
    ]);
  });

  test('leave the first business day of each month, the third time it has been put off too', () => {
    const first = { rule: 'FREQ=MONTHLY;BYMONTHDAY=1', dayOff: 'next' } as const;
    expect(days(first, rome, ...YEAR).slice(0, 6)).toEqual([
      '2026-01-02',
      '2026-02-02',
      '2026-03-02',
      '2026-04-01',
      '2026-05-04',
      '2026-06-01',
    ]);
  });

  test('that bring several to one day leave one', () => {
    const put = { dayOff: 'next' } as const;
    expect(days(put, rome, '2026-01-01T00:00Z', '2026-01-09T00:00Z')).toEqual([
      '2026-01-02',
      '2026-01-05',
      '2026-01-07',
      '2026-01-08',
    ]);
  });

  test('count for nothing where occurrences are counted', () => {
    const five = { dayOff: 'skip', endsAfterCount: 5 } as const;
    const made = ['2026-01-02', '2026-01-05', '2026-01-07', '2026-01-08', '2026-01-09'];
    expect(days(five, rome, ...YEAR)).toEqual(made);
    expect(days(five, rome, '2026-01-07T00:00Z', YEAR[1])).toEqual(made.slice(2));
  });

  test('without end do not put work off for ever', () => {
    const closed = daysOf({ id: 'c', name: '', versions: [] }, 'UTC');
    for (const dayOff of ['skip', 'next', 'previous'] as const) {
      expect(days({ dayOff }, closed, ...YEAR)).toEqual([]);
    }
  });
});

test('a date that a month lacks is its last day', () => {
  const rule = ruleOf({ every: 'month', interval: 1, place: { kind: 'date', date: 31 } });
  expect(days({ rule }, NEVER_OFF, '2026-01-01T00:00Z', '2026-05-01T00:00Z')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
});

test('a rule ends on its last date', () => {
  const part = { endsOn: '2026-01-03' };
  expect(days(part, NEVER_OFF, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toHaveLength(3);
});

describe('the start of a shift', () => {
  const night = (weekday: number): Shift => ({ weekday, fromMinute: 21 * 60, toMinute: 30 * 60 });
  const manila: Calendar = {
    id: 'night',
    name: '',
    versions: [
      {
        fromDay: '0001-01-01',
        timeZone: 'Asia/Manila',
        shifts: [1, 2, 3, 4, 5].map(night),
        holidays: ['2026-11-18'],
      },
    ],
  };

  test('is when the member’s own day begins, and days without one fall out', () => {
    const part = { atMinute: null, zone: 'Asia/Manila', dayOff: 'skip' } as const;
    const week = occurrencesIn(
      recurrence(part),
      daysOf(manila, 'Asia/Manila'),
      ms('2026-11-16T00:00Z'),
      ms('2026-11-24T00:00Z'),
    );
    expect(week.map(({ localTime }) => localTime)).toEqual([
      '2026-11-16T21:00',
      '2026-11-17T21:00',
      '2026-11-19T21:00',
      '2026-11-20T21:00',
      '2026-11-23T21:00',
    ]);
  });
});

describe('a rule that nobody here wrote', () => {
  test.each([
    '',
    'nonsense',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=SECONDLY',
    'FREQ=SECONDLY;INTERVAL=7;BYSECOND=1,2,3',
    'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY\nDTSTART:20260101T000000Z',
  ])('“%s” makes nothing and loops for nobody', (rule) => {
    const tookMs = cpuMsOf(() => {
      const found = occurrencesIn(
        recurrence({ rule, endsAfterCount: 10 }),
        NEVER_OFF,
        ms('2026-01-01T00:00Z'),
        ms('2026-03-01T00:00Z'),
      );
      expect(found.length).toBeLessThanOrEqual(10);
    });
    expect(tookMs).toBeLessThan(5_000);
    expect(patternOf(rule)).toBeNull();
  });

  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29'],
    ['FREQ=HOURLY;INTERVAL=6', '2026-01-01'],
  ])('“%s” is followed as the RFC says, once a day at most', (rule, day) => {
    expect(patternOf(rule)).toBeNull();
    expect(isRuleReadable(recurrence({ rule }))).toBe(true);
    const [next] = nextOccurrences(recurrence({ rule }), NEVER_OFF, ms('2025-06-01T00:00Z'), 1);
    expect(next?.day).toBe(day);
  });

  test('is told from one that can be read', () => {
    expect(isRuleReadable(recurrence({ rule: 'FREQ=SOMETIMES' }))).toBe(false);
    expect(isRuleReadable(recurrence({ startsOn: '' }))).toBe(false);
    expect(isRuleReadable(recurrence({ rule: 'FREQ=SECONDLY' }))).toBe(false);
  });
});

test('the next occurrences are found however rare they are, and none where there are none', () => {
  const leap = { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', startsOn: '2024-02-29' };
  const next = nextOccurrences(recurrence(leap), NEVER_OFF, ms('2026-01-01T00:00Z'), 2);
  expect(next.map(({ day }) => day)).toEqual(['2028-02-29', '2032-02-29']);
  const never = { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' };
  expect(nextOccurrences(recurrence(never), NEVER_OFF, ms('2026-01-01T00:00Z'), 5)).toEqual([]);
  const future = recurrence({ startsOn: '2026-12-01' });
  expect(nextOccurrences(future, NEVER_OFF, ms('2026-01-01T00:00Z'), 1)[0]?.day).toBe('2026-12-01');
});
