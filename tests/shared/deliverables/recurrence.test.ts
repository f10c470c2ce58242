import { describe, expect, test } from 'vitest';
import type { RecurrenceDraft, RecurrenceProblem } from '#shared/deliverables/recurrence';
import {
  newRecurrence,
  recurrenceDraftOf,
  recurrenceFields,
  recurrenceFrom,
  recurrenceProblems,
} from '#shared/deliverables/recurrence';
import { outcomeFrom } from '#shared/plan/outcome';
import type { Fields } from '#shared/stream/change';

const OUTCOME = outcomeFrom({
  audience: 'team',
  type: 'outcome',
  id: 'uploads',
  fields: { name: 'Uploads' },
  stamp: '1',
});
const DRAFT: RecurrenceDraft = {
  ...newRecurrence('2026-11-18', 'Europe/Rome'),
  outcomeId: 'uploads',
  title: 'Price check',
};
const stored = (fields: Fields) =>
  recurrenceFrom({ audience: 'm-ana', type: 'recurrence', id: 'r', fields, stamp: '1' });

test.each<[string, Partial<RecurrenceDraft>]>([
  ['every day at nine', {}],
  ['the start of the shift', { anchor: 'shift', atMinute: null, dayOff: 'next' }],
  ['so many times', { end: 'after', endsAfterCount: 12, dueMinutes: 90, due: 'minutes' }],
  ['until a date', { end: 'on', endsOn: '2027-01-31', calendarId: 'rome', dayOff: 'previous' }],
  ['two weekdays', { pattern: { every: 'week', interval: 2, weekdays: [1, 4] } }],
])('%s reads back as it was planned', (_, part) => {
  const draft = { ...DRAFT, ...part };
  expect(recurrenceDraftOf(stored(recurrenceFields(draft)))).toMatchObject(draft);
});

test('what no form can say is kept and not editable', () => {
  const odd = stored({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', startsOn: '2028-02-29' });
  expect(odd.rule).toBe('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29');
  expect(recurrenceDraftOf(odd)).toBeNull();
});

test('fields of the wrong kind read as absent, never as a crash', () => {
  expect(
    stored({
      rule: 7,
      startsOn: '2026-02-31',
      atMinute: 1_440,
      endsAfterCount: -1,
      dueMinutes: 'soon',
      dayOff: 'sometimes',
      zone: null,
    }),
  ).toMatchObject({
    rule: '',
    startsOn: '',
    atMinute: null,
    endsAfterCount: null,
    dueMinutes: null,
    dayOff: 'keep',
    zone: 'UTC',
  });
});

describe('a draft', () => {
  test.each<[RecurrenceProblem, Partial<RecurrenceDraft>]>([
    ['title-missing', { title: '' }],
    ['quantity-not-positive', { quantity: 0 }],
    ['interval-out-of-range', { pattern: { every: 'day', interval: 0 } }],
    ['interval-out-of-range', { pattern: { every: 'day', interval: 1.5 } }],
    ['weekdays-missing', { pattern: { every: 'week', interval: 1, weekdays: [] } }],
    [
      'date-out-of-range',
      { pattern: { every: 'month', interval: 1, place: { kind: 'date', date: 32 } } },
    ],
    ['time-missing', { atMinute: null }],
    ['start-missing', { startsOn: '' }],
    ['start-beyond-limits', { startsOn: '1999-12-31' }],
    ['end-missing', { end: 'on', endsOn: '' }],
    ['end-before-start', { end: 'on', endsOn: '2026-11-17' }],
    ['count-out-of-range', { end: 'after', endsAfterCount: 1_001 }],
    ['count-out-of-range', { end: 'after', endsAfterCount: null }],
    ['due-not-positive', { due: 'minutes', dueMinutes: 0 }],
  ])('has the problem %s', (problem, part) => {
    expect(recurrenceProblems({ ...DRAFT, ...part }, OUTCOME)).toEqual([problem]);
  });

  test('is without problems as a form begins it, but for what it is', () => {
    expect(recurrenceProblems(newRecurrence('2026-11-18', 'UTC'), undefined)).toEqual([
      'outcome-missing',
      'title-missing',
    ]);
    expect(recurrenceProblems(DRAFT, { ...OUTCOME, isArchived: true })).toEqual([
      'outcome-archived',
    ]);
  });
});
