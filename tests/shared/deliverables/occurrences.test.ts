import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DayKey } from '#shared/day';
import { addDays, weekdayOf } from '#shared/day';
import type { OccurrenceDays } from '#shared/deliverables/occurrences';
import {
  isRuleReadable,
  nextOccurrences,
  occurrenceDays,
  occurrenceId,
  occurrencesIn,
} from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import { DAY_OFF_RULES } from '#shared/deliverables/recurrence';
import type { Pattern } from '#shared/deliverables/recurrence-rule';
import { patternOf, ruleOf } from '#shared/deliverables/recurrence-rule';
import type { Calendar, Shift } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { workClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';

const ms = (text: string): number => Date.parse(text);
const NEVER_OFF: OccurrenceDays = { isDayOff: () => false, shiftStart: () => null };

const recurrence = (part: Partial<Recurrence>): Recurrence => ({
  id: 'r1',
  memberId: 'ana',
  outcomeId: 'uploads',
  title: 'Price check',
  client: '',
  quantity: 1,
  reference: '',
  note: '',
  rule: 'FREQ=DAILY',
  startsOn: '2026-01-01',
  atMinute: 9 * 60,
  zone: 'Europe/Rome',
  dayOff: 'keep',
  calendarId: '',
  endsOn: '',
  endsAfterCount: null,
  dueMinutes: null,
  sinceMs: 0,
  pausedAtMs: null,
  assignedById: '',
  isDeleted: false,
  ...part,
});

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

const anyWeekday = fc.integer({ min: 1, max: 7 });
const anyInterval = fc.integer({ min: 1, max: 5 });
const anyPattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval: anyInterval }),
  fc.record({
    every: fc.constant('week' as const),
    interval: anyInterval,
    weekdays: fc
      .uniqueArray(anyWeekday, { minLength: 1, maxLength: 7 })
      .map((all) => all.toSorted()),
  }),
  fc.record({
    every: fc.constant('month' as const),
    interval: anyInterval,
    place: fc.oneof(
      fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
      fc.constant({ kind: 'last' as const }),
      fc.record({
        kind: fc.constant('weekday' as const),
        ordinal: fc.constantFrom(1, 2, 3, 4, -1),
        weekday: anyWeekday,
      }),
    ),
  }),
);

/** Whether a pattern comes on a date, asked of each date alone: what the library is held against. */
function comesOn(pattern: Pattern, startsOn: DayKey, day: DayKey): boolean {
  const [start, date] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(day)];
  if (day < startsOn) return false;
  switch (pattern.every) {
    case 'day':
      return start.until(date, { largestUnit: 'days' }).days % pattern.interval === 0;
    case 'week': {
      const monday = (of: Temporal.PlainDate) => of.subtract({ days: of.dayOfWeek - 1 });
      const weeks = monday(start).until(monday(date), { largestUnit: 'days' }).days / 7;
      return weeks % pattern.interval === 0 && pattern.weekdays.includes(date.dayOfWeek);
    }
    case 'month': {
      const months = (date.year - start.year) * 12 + date.month - start.month;
      if (months % pattern.interval !== 0) return false;
      const { place } = pattern;
      if (place.kind === 'last') return date.day === date.daysInMonth;
      if (place.kind === 'date') return date.day === Math.min(place.date, date.daysInMonth);
      if (date.dayOfWeek !== place.weekday) return false;
      return place.ordinal === -1
        ? date.day > date.daysInMonth - 7
        : Math.ceil(date.day / 7) === place.ordinal;
    }
  }
}

const anyRecurrence = fc.record({
  pattern: anyPattern,
  startsOn: fc.integer({ min: 0, max: 800 }).map((count) => addDays('2025-06-01', count)),
  zone: fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'),
  atMinute: fc.integer({ min: 0, max: 1439 }),
  dayOff: fc.constantFrom(...DAY_OFF_RULES),
});
const anySpan = fc
  .record({ from: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 1, max: 120 }) })
  .map(({ from, length }) => {
    const fromMs = ms(`${addDays('2025-06-01', from)}T05:00Z`);
    return { fromMs, toMs: fromMs + length * 86_400_000 };
  });

/** Weekends and a week in August. */
const weekends: OccurrenceDays = {
  isDayOff: (day) => weekdayOf(day) > 5 || (day.slice(5) >= '08-10' && day.slice(5) <= '08-16'),
  shiftStart: () => null,
};

/** Day by day, without the library. */
function slowly(
  rule: Recurrence,
  pattern: Pattern,
  fromMs: number,
  toMs: number,
): readonly DayKey[] {
  const found = new Set<DayKey>();
  const from = addDays(new Date(fromMs).toISOString().slice(0, 10), -40);
  const to = addDays(new Date(toMs).toISOString().slice(0, 10), 40);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (!comesOn(pattern, rule.startsOn, date)) continue;
    let day = date;
    const isMoved = rule.dayOff === 'next' || rule.dayOff === 'previous';
    while (isMoved && weekends.isDayOff(day)) day = addDays(day, rule.dayOff === 'next' ? 1 : -1);
    if (rule.dayOff === 'skip' && weekends.isDayOff(day)) continue;
    const time = Temporal.PlainTime.from({
      hour: Math.floor((rule.atMinute ?? 0) / 60),
      minute: (rule.atMinute ?? 0) % 60,
    });
    const at = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: rule.zone,
      plainTime: time,
    });
    if (at.epochMilliseconds >= fromMs && at.epochMilliseconds < toMs) found.add(day);
  }
  return [...found].toSorted();
}

describe('any rule', () => {
  test('comes on the dates that a look at each date finds', () => {
    fc.assert(
      fc.property(anyRecurrence, anySpan, ({ pattern, ...part }, { fromMs, toMs }) => {
        const rule = recurrence({ ...part, rule: ruleOf(pattern) });
        const found = occurrencesIn(rule, weekends, fromMs, toMs).map(({ day }) => day);
        expect(found).toEqual(slowly(rule, pattern, fromMs, toMs));
      }),
      { numRuns: 150 },
    );
  });

  test('is the same whether it is asked at once or in two halves, counted or not', () => {
    fc.assert(
      fc.property(
        anyRecurrence,
        anySpan,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        ({ pattern, ...part }, { fromMs, toMs }, share, endsAfterCount) => {
          const rule = recurrence({ ...part, rule: ruleOf(pattern), endsAfterCount });
          const middle = Math.floor(fromMs + (toMs - fromMs) * share);
          const whole = occurrencesIn(rule, weekends, fromMs, toMs);
          expect([
            ...occurrencesIn(rule, weekends, fromMs, middle),
            ...occurrencesIn(rule, weekends, middle, toMs),
          ]).toEqual(whole);
          expect(new Set(whole.map(({ day }) => occurrenceId('r1', day))).size).toBe(whole.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is read back from its text as the pattern it was', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(patternOf(ruleOf(pattern))).toEqual(pattern);
      }),
    );
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
    const before = performance.now();
    const found = occurrencesIn(
      recurrence({ rule, endsAfterCount: 10 }),
      NEVER_OFF,
      ms('2026-01-01T00:00Z'),
      ms('2026-03-01T00:00Z'),
    );
    expect(found.length).toBeLessThanOrEqual(10);
    expect(performance.now() - before).toBeLessThan(5_000);
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
