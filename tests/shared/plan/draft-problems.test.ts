import { describe, expect, test } from 'vitest';
import { officeHours } from '#shared/plan/calendar';
import { draftProblems } from '#shared/plan/draft-problems';
import { newMeasureDraft } from '#shared/plan/measure-draft';
import type { MeasureDraft } from '#shared/plan/measure-draft';
import { memberFrom } from '#shared/plan/member';
import { emptyDraft } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { MeasureKind, SlaStage } from '#shared/plan/outcome';
import type { PromiseDraft } from '#shared/plan/promise-draft';
import type { Fields } from '#shared/stream/change';

const member = (id: string, fields: Fields) =>
  memberFrom({ audience: 'team', type: 'member', id, fields: { name: id, ...fields }, stamp: '0' });

const office = officeHours('office', 'Office', 'Europe/Rome');
const members = [
  member('ana', { calendarId: 'office' }),
  member('ben', { calendarId: 'office' }),
  member('dan', { calendarId: '' }),
  member('eve', { calendarId: 'office', gone: true }),
];
const around = {
  memberById: new Map(members.map((each) => [each.id, each])),
  calendarById: new Map([
    ['office', office],
    ['none', { id: 'none', name: 'No hours', versions: [] }],
  ]),
  otherNames: ['Replies'],
  moneyDigits: 2,
};

const empty = emptyDraft({ today: '2026-11-18' });
const good: OutcomeDraft = {
  ...empty,
  name: 'Product uploads',
  statement: 'Every new product is live within a day, with at most 1% errors',
  unit: 'listings',
  ownerId: 'ana',
  standInId: 'ben',
  memberIds: ['ana'],
  measures: [{ ...newMeasureDraft('quantity', 'm0'), target: 40 }],
};

const measured = (kind: MeasureKind, part: Partial<MeasureDraft>): Partial<OutcomeDraft> => ({
  measures: [{ ...newMeasureDraft(kind, 'm0'), target: 1, ...part }],
});
const promised = (
  part: Partial<PromiseDraft>,
  to: SlaStage = 'completed',
): Partial<OutcomeDraft> => ({
  promises: {
    ...good.promises,
    [to]: { isOn: true, amount: 8, unit: 'hours', fromDay: '2026-11-18', ...part },
  },
});

const problemsOf = (part: Partial<OutcomeDraft>) =>
  Object.fromEntries(draftProblems({ ...good, ...part }, around));

test('a whole draft has no problem', () => {
  expect(problemsOf({})).toEqual({});
  expect(problemsOf({ ...promised({}), calendarId: 'office' })).toEqual({});
});

test('nobody need own it yet: it is shown as unowned', () => {
  expect(problemsOf({ ownerId: '', standInId: '', memberIds: ['ana'] })).toEqual({});
});

const notPositive = { 'measure.0.target': 'target-not-positive' };

describe('what is refused where it is entered', () => {
  test.each<[string, Partial<OutcomeDraft>, object]>([
    ['no name', { name: '  ' }, { name: 'name-missing' }],
    ['a name in use', { name: 'replies' }, { name: 'name-taken' }],
    ['no statement', { statement: '' }, { statement: 'statement-missing' }],
    ['no unit', { unit: ' ' }, { unit: 'unit-missing' }],
    ['no target', measured('quantity', { target: null }), { 'measure.0.target': 'target-missing' }],
    ['a target of zero', measured('quantity', { target: 0 }), notPositive],
    ['a target below zero', measured('turnaround', { target: -3 }), notPositive],
    [
      'accuracy over 100',
      measured('accuracy', { target: 101 }),
      { 'measure.0.target': 'percent-over-hundred' },
    ],
    [
      'a score above its scale',
      measured('score', { target: 6, scaleMax: 5 }),
      { 'measure.0.target': 'score-over-scale' },
    ],
    [
      'a score without a scale',
      measured('score', { scaleMax: null }),
      { 'measure.0.scale': 'scale-missing' },
    ],
    [
      'a ratio of two unnamed counts',
      measured('ratio', { target: 60, partName: 'adopted' }),
      { 'measure.0.names': 'counts-unnamed' },
    ],
    [
      'a sample of nothing',
      measured('accuracy', { isSampled: true, samplePercent: 0 }),
      { 'measure.0.sample': 'sample-out-of-range' },
    ],
    [
      'a target for nobody',
      { ownerId: '', standInId: '', memberIds: [] },
      { memberIds: 'members-missing' },
    ],
    ['an owner who left', { ownerId: 'eve' }, { ownerId: 'owner-left' }],
    ['a stand-in who left', { standInId: 'eve' }, { standInId: 'stand-in-left' }],
    ['an owner standing in', { standInId: 'ana' }, { standInId: 'stand-in-is-owner' }],
    ['no time', promised({ amount: 0 }), { 'promise.completed.amount': 'promise-not-positive' }],
    ['no figure', promised({ amount: null }), { 'promise.completed.amount': 'promise-missing' }],
    [
      'a promise of years',
      promised({ amount: 20_000 }, 'started'),
      { 'promise.started.amount': 'promise-too-long' },
    ],
    [
      'a promise from the year 2300',
      promised({ fromDay: '2300-01-01' }),
      { 'promise.completed.day': 'day-beyond-limits' },
    ],
    [
      'a promise from no day',
      promised({ fromDay: '' }),
      { 'promise.completed.day': 'day-missing' },
    ],
    [
      'a promise in a calendar that is gone',
      { ...promised({}), calendarId: 'lost' },
      { calendarId: 'calendar-missing' },
    ],
    [
      'a promise in a calendar with no hours',
      { ...promised({}), calendarId: 'none' },
      { calendarId: 'calendar-empty' },
    ],
    [
      'a promise kept by somebody without hours',
      { ...promised({}), memberIds: ['ana', 'dan'] },
      { calendarId: 'member-without-hours' },
    ],
    ['a start before 1900', { startsOn: '1899-12-31' }, { startsOn: 'day-beyond-limits' }],
  ])('%s', (_name, part, problems) => {
    expect(problemsOf(part)).toEqual(problems);
  });
});
