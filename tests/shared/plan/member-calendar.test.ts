import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayKey } from '#shared/day';
import { FIRST_DAY } from '#shared/day';
import type { CalendarVersion } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { staysOf, staysUntil, versionsOfMember } from '#shared/plan/member-calendar';
import { memberFrom } from '#shared/plan/member';
import { workClock } from '#shared/worktime/work-clock';

const ZONE = 'Asia/Manila';
const version = (fromDay: DayKey, fromMinute: number): CalendarVersion => ({
  fromDay,
  timeZone: ZONE,
  shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    fromMinute,
    toMinute: fromMinute + 60,
  })),
  holidays: [],
});
const CALENDARS: Readonly<Record<string, readonly CalendarVersion[]>> = {
  early: [version(FIRST_DAY, 6 * 60)],
  late: [version(FIRST_DAY, 18 * 60), version('2026-06-15', 20 * 60)],
  future: [version('2026-09-01', 12 * 60)],
  none: [],
};
const versionsOf = (id: string) => CALENDARS[id];
const clockOf = (versions: readonly CalendarVersion[]) =>
  workClock({ id: 'c', name: '', versions });
const noon = (day: DayKey): number => Date.parse(`${day}T12:00:00+08:00`);
const midnight = (day: DayKey): number => Date.parse(`${day}T00:00:00+08:00`);

const anyDay = fc
  .integer({ min: 0, max: 500 })
  .map((count) => new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10));
const anyId = fc.constantFrom(...Object.keys(CALENDARS), 'deleted', '');

describe('the calendars of somebody who has had several', () => {
  it('give each day the hours of the calendar that held on it', () => {
    const anyStays = fc.array(fc.record({ calendarId: anyId, untilDay: anyDay }), { maxLength: 4 });
    fc.assert(
      fc.property(anyStays, anyId, anyDay, (stays, calendarId, day) => {
        const calendarsBefore = staysOf(stays);
        const stitched = versionsOfMember({ zone: ZONE, calendarId, calendarsBefore }, versionsOf);
        const held = calendarsBefore.find(({ untilDay }) => day < untilDay)?.calendarId;
        const alone = versionsOf(held ?? calendarId) ?? officeHours('', '', ZONE).versions;
        const [from, to] = [midnight(day), midnight(day) + 86_400_000];
        const clock = clockOf(stitched);
        expect(clock.between(from, to)).toBe(clockOf(alone).between(from, to));
        expect(clock.isOpen(noon(day))).toBe(clockOf(alone).isOpen(noon(day)));
      }),
    );
  });

  it('are no others while there was only one', () => {
    const calendarsOf = { zone: ZONE, calendarId: 'late', calendarsBefore: [] };
    expect(versionsOfMember(calendarsOf, versionsOf)).toEqual(CALENDARS['late']);
  });

  it('change once a day, however often somebody chooses', () => {
    const first = staysUntil({ calendarId: 'early', calendarsBefore: [] }, '2026-03-02');
    expect(first).toEqual([{ calendarId: 'early', untilDay: '2026-03-02' }]);
    expect(staysUntil({ calendarId: 'late', calendarsBefore: first }, '2026-03-02')).toEqual(first);
    expect(staysUntil({ calendarId: 'late', calendarsBefore: first }, '2026-03-05')).toEqual([
      ...first,
      { calendarId: 'late', untilDay: '2026-03-05' },
    ]);
  });

  it('are read from whatever a faulty program wrote', () => {
    const read = (calendarsBefore: never) =>
      memberFrom({
        audience: 'team',
        type: 'member',
        id: 'ana',
        fields: { calendarsBefore },
        stamp: '',
      }).calendarsBefore;
    for (const wrong of ['late', 7, null, [null, 'x', { untilDay: 'soon' }], { a: 1 }]) {
      expect(read(wrong as never)).toBeUndefined();
    }
  });
});
