import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DayKey } from '#shared/day';
import { addDays, weekdayOf } from '#shared/day';
import type { OccurrenceDays } from '#shared/deliverables/occurrences';
import { occurrenceId, occurrencesIn } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import { DAY_OFF_RULES } from '#shared/deliverables/recurrence';
import type { Pattern } from '#shared/deliverables/recurrence-rule';
import { patternOf, ruleOf } from '#shared/deliverables/recurrence-rule';
import { ms, recurrence } from './occurrences-support.ts';

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
    const step = { keep: 0, skip: 0, next: 1, previous: -1 }[rule.dayOff];
    if (step !== 0) while (weekends.isDayOff(day)) day = addDays(day, step);
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
