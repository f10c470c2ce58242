import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFrom, officeHours } from '#shared/plan/calendar';
import type { Shift } from '#shared/plan/calendar';
import { hoursProblems } from '#shared/plan/hours-problems';
import {
  minuteOfTime,
  minutesOf,
  shiftsOfWeek,
  timeOfMinute,
  versionOn,
  versionsJson,
  weekOf,
  withVersion,
} from '#shared/plan/weekly-hours';
import type { DayDraft, ShiftDraft } from '#shared/plan/weekly-hours';

const TODAY = '2026-11-18';
const office = officeHours('c', 'Office', 'Asia/Manila');
const usual: ShiftDraft = {
  fromMinute: 540,
  toMinute: 1080,
  breaks: [{ fromMinute: 780, toMinute: 840 }],
};
const monday = (...shifts: ShiftDraft[]): DayDraft => ({ weekday: 1, shifts });

test('office hours read as five days with a break and come back the same', () => {
  const shifts = office.versions[0]?.shifts ?? [];
  const week = weekOf(shifts);
  expect(week.filter((day) => day.shifts.length > 0)).toHaveLength(5);
  expect(week[0]).toEqual(monday(usual));
  expect(shiftsOfWeek(week)).toEqual(shifts);
  expect(minutesOf(week)).toBe(40 * 60);
});

test('a night shift runs past midnight, with its breaks on both days', () => {
  const night = monday({
    fromMinute: 1260,
    toMinute: 420,
    breaks: [
      { fromMinute: 1380, toMinute: 1395 },
      { fromMinute: 60, toMinute: 120 },
    ],
  });
  expect(shiftsOfWeek([night])).toEqual([
    { weekday: 1, fromMinute: 1260, toMinute: 1380 },
    { weekday: 1, fromMinute: 1395, toMinute: 1500 },
    { weekday: 1, fromMinute: 1560, toMinute: 1860 },
  ]);
  expect(weekOf(shiftsOfWeek([night]))[0]).toEqual(night);
});

test('several shifts a day stay several, also where they touch', () => {
  const day = monday(
    { fromMinute: 0, toMinute: 360, breaks: [] },
    { fromMinute: 360, toMinute: 840, breaks: [{ fromMinute: 600, toMinute: 630 }] },
    { fromMinute: 1200, toMinute: 1440, breaks: [] },
  );
  expect(weekOf(shiftsOfWeek([day]))[0]).toEqual(day);
});

test('hours written on the evening before are shown on the day they begin', () => {
  const week = weekOf([{ weekday: 7, fromMinute: 1500, toMinute: 1800 }]);
  expect(week[0]).toEqual(monday({ fromMinute: 60, toMinute: 360, breaks: [] }));
});

/** Any pieces of a week as a form without a problem would have them. */
const anyWeek: fc.Arbitrary<readonly DayDraft[]> = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      lengthMinutes: fc.integer({ min: 1, max: 1439 }),
      pause: fc.tuple(fc.nat(1438), fc.integer({ min: 1, max: 240 })),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      shifts: drafts
        .filter((draft) => draft.weekday === weekday)
        .toSorted((a, b) => a.fromMinute - b.fromMinute)
        .map(({ fromMinute, lengthMinutes, pause: [at, long] }) => {
          const to = (fromMinute + lengthMinutes) % 1440;
          const isPaused = at > 0 && at + long < lengthMinutes;
          const breaks = isPaused
            ? [
                {
                  fromMinute: (fromMinute + at) % 1440,
                  toMinute: (fromMinute + at + long) % 1440,
                },
              ]
            : [];
          return { fromMinute, toMinute: to === 0 ? 1440 : to, breaks };
        }),
    })),
  );

/** Every minute of the week that a shift covers, once for each: what "overlap" plainly means. */
function coveredMinutes(week: readonly DayDraft[]): number[] {
  return week.flatMap(({ weekday, shifts }) =>
    shifts.flatMap(({ fromMinute, toMinute }) => {
      const length = (toMinute - fromMinute + 1440) % 1440 || 1440;
      return Array.from(
        { length },
        (_, at) => ((weekday - 1) * 1440 + fromMinute + at) % (7 * 1440),
      );
    }),
  );
}

describe('problems', () => {
  const codesOf = (...days: DayDraft[]) => hoursProblems(days).map(({ code }) => code);

  test('overlapping shifts are found exactly where a minute is covered twice', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const covered = coveredMinutes(week);
        const isDouble = new Set(covered).size < covered.length;
        expect(hoursProblems(week).some(({ code }) => code === 'shifts-overlap')).toBe(isDouble);
      }),
    );
  });

  test('a week without problems has the same working time when it is read back', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        fc.pre(hoursProblems(week).length === 0);
        const shifts = shiftsOfWeek(week);
        const again = shiftsOfWeek(weekOf(shifts));
        const inWeek = (all: readonly Shift[]) =>
          all
            .map(({ weekday, fromMinute, toMinute }) => {
              const from = ((weekday - 1) * 1440 + fromMinute) % (7 * 1440);
              return `${from} ${toMinute - fromMinute}`;
            })
            .toSorted();
        expect(inWeek(again)).toEqual(inWeek(shifts));
      }),
    );
  });

  test('the shift that begins later is told, also over midnight and from Sunday into Monday', () => {
    const long = { fromMinute: 1320, toMinute: 480, breaks: [] };
    const early = { fromMinute: 420, toMinute: 600, breaks: [] };
    expect(hoursProblems([monday(long), { weekday: 2, shifts: [early] }])).toEqual([
      { code: 'shifts-overlap', weekday: 2, shift: 0 },
    ]);
    expect(hoursProblems([monday(early), { weekday: 7, shifts: [long] }])).toEqual([
      { code: 'shifts-overlap', weekday: 1, shift: 0 },
    ]);
    expect(codesOf(monday(usual, usual))).toEqual(['shifts-overlap']);
  });

  test('a shift with no length', () => {
    const empty = monday({ ...usual, toMinute: 540, breaks: [] });
    expect(codesOf(empty)).toEqual(['shift-empty']);
    expect(minutesOf([empty])).toBe(0);
  });

  test('a break with no length, outside, or over another', () => {
    const withBreaks = (...breaks: { fromMinute: number; toMinute: number }[]) =>
      codesOf(monday({ ...usual, breaks }));
    expect(withBreaks({ fromMinute: 780, toMinute: 780 })).toEqual(['break-empty']);
    expect(withBreaks({ fromMinute: 480, toMinute: 600 })).toEqual(['break-outside']);
    expect(withBreaks({ fromMinute: 1020, toMinute: 1080 })).toEqual(['break-outside']);
    expect(
      withBreaks({ fromMinute: 780, toMinute: 840 }, { fromMinute: 820, toMinute: 850 }),
    ).toEqual(['breaks-overlap']);
  });

  test('a day off has none', () => {
    expect(codesOf(monday())).toEqual([]);
  });
});

describe('versions', () => {
  const version = { timeZone: 'Asia/Manila', shifts: shiftsOfWeek([monday(usual)]), holidays: [] };

  test('new hours leave the days before them as they were', () => {
    const later = withVersion(office, version, '2026-11-23', TODAY);
    expect(versionOn(later, '2026-11-22')).toEqual(office.versions[0]);
    expect(versionOn(later, '2026-11-23')?.shifts).toHaveLength(2);
    const again = withVersion(later, { ...version, holidays: ['2026-12-25'] }, '2026-11-23', TODAY);
    expect(again.versions).toHaveLength(2);
  });

  test('hours from today leave those that were set for a coming day', () => {
    const coming = withVersion(office, version, '2027-01-01', TODAY);
    const changed = withVersion(coming, { ...version, shifts: [] }, TODAY, TODAY);
    expect(changed.versions.map(({ fromDay }) => fromDay)).toEqual([
      '0001-01-01',
      TODAY,
      '2027-01-01',
    ]);
    expect(versionOn(changed, '2027-02-01')?.shifts).toHaveLength(2);
  });

  test('hours from a day gone by replace what began since', () => {
    const since = withVersion(office, version, '2026-11-10', TODAY);
    const changed = withVersion(since, { ...version, shifts: [] }, '2026-11-02', TODAY);
    expect(changed.versions.map(({ fromDay }) => fromDay)).toEqual(['0001-01-01', '2026-11-02']);
  });

  test('stored versions are read back as they were', () => {
    const fields = { name: 'Office', versions: versionsJson(office.versions) };
    const read = calendarFrom({ audience: 'team', type: 'calendar', id: 'c', fields, stamp: '0' });
    expect(read).toMatchObject(office);
  });

  test('what a merge brings is kept where it can mean something, and never runs away', () => {
    const shifts = [
      { weekday: 1, fromMinute: 540, toMinute: 540 },
      { weekday: 2, fromMinute: 540, toMinute: 1e12 },
      { weekday: 2.5, fromMinute: 540, toMinute: 600 },
      { weekday: 3, fromMinute: -60, toMinute: 600 },
      { weekday: 4, fromMinute: 540, toMinute: 600 },
      'noon',
    ];
    const fields = { name: 'x', versions: [{ fromDay: 'x', timeZone: 5, shifts, holidays: [1] }] };
    const read = calendarFrom({ audience: 'team', type: 'calendar', id: 'c', fields, stamp: '0' });
    expect(read.versions[0]?.shifts.map(({ weekday }) => weekday)).toEqual([1, 4]);
  });
});

test('times of day are read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => {
      expect(minuteOfTime(timeOfMinute(minute))).toBe(minute);
    }),
  );
  expect(minuteOfTime('24:01')).toBeNull();
  expect(minuteOfTime('9.30')).toBeNull();
});
