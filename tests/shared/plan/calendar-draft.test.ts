import { describe, expect, test } from 'vitest';
import { officeHours } from '#shared/plan/calendar';
import type { CalendarVersion } from '#shared/plan/calendar';
import {
  applyDraft,
  calendarProblems,
  draftOf,
  PRESETS,
  presetOf,
  yearToAdd,
} from '#shared/plan/calendar-draft';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import { versionProblems } from '#shared/plan/hours-problems';
import { minutesOf } from '#shared/plan/weekly-hours';

const TODAY = '2026-11-18';
const office = officeHours('c', 'Office', 'Asia/Manila');
const version = office.versions[0] as CalendarVersion;
const draft = draftOf(office, version, TODAY);
const codesOf = (part: Partial<CalendarDraft>) =>
  calendarProblems({ ...draft, ...part }, ['Nights']).map(({ code }) => code);

describe('a calendar draft', () => {
  test('of office hours is without problems, and comes back as the same hours', () => {
    expect(codesOf({})).toEqual([]);
    const added = { ...draft, holidays: ['2026-12-25'] };
    expect(applyDraft(office, added, TODAY).versions).toEqual([
      version,
      { ...version, fromDay: TODAY, holidays: ['2026-12-25'] },
    ]);
  });

  test('makes no version where it measures what is measured already', () => {
    const renamed = applyDraft(office, { ...draft, name: 'Desk' }, TODAY);
    expect(renamed).toMatchObject({ name: 'Desk', versions: [version] });
    const changed = applyDraft(office, { ...draft, timeZone: 'UTC' }, TODAY);
    const back = applyDraft(changed, { ...draft, fromDay: '2026-11-01' }, TODAY);
    expect(back.versions.map(({ timeZone }) => timeZone)).toEqual(['Asia/Manila', 'Asia/Manila']);
  });

  test('the next year is asked for from October on, this year always', () => {
    const source = { country: 'IT', state: '', years: [2026] };
    expect(yearToAdd(source, '2026-09-30')).toBeNull();
    expect(yearToAdd(source, '2026-10-01')).toBe(2027);
    expect(yearToAdd(source, '2027-02-01')).toBe(2027);
    expect(yearToAdd(null, TODAY)).toBeNull();
  });

  test('says each thing that keeps it from being saved', () => {
    expect(codesOf({ name: ' ' })).toEqual(['name-missing']);
    expect(codesOf({ name: 'nights ' })).toEqual(['name-taken']);
    expect(codesOf({ timeZone: 'Mars/Olympus' })).toEqual(['zone-unknown']);
    expect(codesOf({ week: [] })).toEqual(['no-hours']);
    expect(codesOf({ fromDay: '' })).toEqual(['from-missing']);
    expect(codesOf({ fromDay: '2200-01-01' })).toEqual(['from-beyond']);
    expect(codesOf({ holidays: ['2026-12-25', '1899-12-31'] })).toEqual(['holiday-beyond']);
    expect(codesOf({ week: [{ weekday: 1, shifts: [] }] })).toEqual(['no-hours']);
  });

  test('keeps the names of days off that a version has, and forgets the rest', () => {
    const holidayNames = { '2026-12-25': 'Christmas Day', '2026-12-26': 'Boxing Day' };
    const applied = applyDraft(
      office,
      { ...draft, holidays: ['2026-12-25', '2026-12-25'], holidayNames },
      TODAY,
    );
    expect(applied.holidayNames).toEqual({ '2026-12-25': 'Christmas Day' });
    expect(applied.versions.at(-1)?.holidays).toEqual(['2026-12-25']);
  });
});

test('no preset has a problem', () => {
  const hours: Record<string, number> = {};
  for (const preset of PRESETS) {
    expect([preset, codesOf(presetOf(preset))]).toEqual([preset, []]);
    hours[preset] = minutesOf(presetOf(preset).week) / 60;
  }
  expect(hours).toEqual({ office: 40, usDay: 40, night: 40, twoShifts: 80, always: 168 });
});

test('what is wrong with a stored version is told once each', () => {
  expect(versionProblems(version)).toEqual([]);
  expect(
    versionProblems({
      fromDay: '1066-10-14',
      timeZone: 'Nowhere',
      holidays: [],
      shifts: [
        { weekday: 1, fromMinute: 540, toMinute: 1080 },
        { weekday: 1, fromMinute: 600, toMinute: 660 },
        { weekday: 2, fromMinute: 540, toMinute: 1080 },
        { weekday: 2, fromMinute: 600, toMinute: 660 },
      ],
    }),
  ).toEqual(['shifts-overlap', 'zone-unknown', 'day-beyond']);
  expect(versionProblems({ ...version, shifts: [] })).toEqual(['no-hours']);
});
