import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_DAY } from '#shared/day';
import { measureJson, measureOf, newMeasureDraft, withKind } from '#shared/plan/measure-draft';
import {
  MEASURE_KINDS,
  outcomeFrom,
  PERIODS,
  ROLE_FAMILIES,
  SLA_STAGES,
} from '#shared/plan/outcome';
import type { Measure, Outcome } from '#shared/plan/outcome';
import { changedFields, draftOf, emptyDraft, outcomeFields } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Fields } from '#shared/stream/change';

const TERMS = { today: '2026-11-18', moneyDigits: 2 };

const stored = (fields: Fields): Outcome =>
  outcomeFrom({ audience: 'team', type: 'outcome', id: 'o', fields, stamp: '0' });

const day = fc
  .date({
    min: new Date('1990-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
/** Figures as people type them: at most four digits behind the point. */
const figure = fc.integer({ min: 1, max: 5_000_000 }).map((count) => count / 10_000);
const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim() || 'x');

const measure: fc.Arbitrary<Measure> = fc
  .record({
    kind: fc.constantFrom(...MEASURE_KINDS),
    direction: fc.constantFrom('atLeast' as const, 'atMost' as const),
    target: figure,
    period: fc.constantFrom(...PERIODS),
    quantile: fc.constantFrom(0.5, 0.85, 0.95),
    sampling: fc.oneof(
      fc.constant({ kind: 'all' as const }),
      fc.integer({ min: 1, max: 1000 }).map((count) => ({
        kind: 'share' as const,
        shareRatio: count / 1000,
      })),
    ),
    partName: word,
    wholeName: word,
    scaleMax: fc.integer({ min: 1, max: 100 }),
  })
  .map((each) =>
    each.kind === 'value' || each.kind === 'cost'
      ? { ...each, target: Math.ceil(each.target) }
      : each,
  );

const outcome: fc.Arbitrary<Outcome> = fc
  .record({
    name: word,
    statement: word,
    why: word,
    unit: word,
    family: fc.constantFrom(...ROLE_FAMILIES),
    ownerId: fc.constantFrom('', 'ana', 'ben'),
    standInId: fc.constantFrom('', 'cleo'),
    memberIds: fc.uniqueArray(fc.constantFrom('ana', 'ben', 'cleo')),
    keyResultId: fc.constantFrom('', 'kr'),
    roleId: fc.constantFrom('', 'role'),
    calendarId: fc.constantFrom('', 'office'),
    client: word,
    startsOn: day,
    measures: fc.array(measure, { maxLength: 5 }),
    sla: fc.uniqueArray(
      fc.record({
        to: fc.constantFrom(...SLA_STAGES),
        minutes: fc.integer({ min: 1, max: 20_000 }),
        fromDay: day,
      }),
      { selector: ({ to, fromDay }) => `${to} ${fromDay}`, maxLength: 6 },
    ),
  })
  .map(({ measures, ...fields }) => stored({ ...fields, measures: measures.map(measureJson) }));

describe('an outcome in the editor', () => {
  test('comes back as it went in', () => {
    fc.assert(
      fc.property(outcome, (before) => {
        expect(stored(outcomeFields(draftOf(before, TERMS), 2))).toEqual(before);
      }),
    );
  });

  test('writes nothing until something is changed', () => {
    fc.assert(
      fc.property(outcome, (before) => {
        const draft = draftOf(before, TERMS);
        expect(changedFields(draft, draft, 2)).toEqual({});
      }),
    );
  });

  test('writes the changed fields and no other', () => {
    fc.assert(
      fc.property(outcome, word, (before, why) => {
        const draft = draftOf(before, TERMS);
        const changed = changedFields({ ...draft, why: `${why}!`, standInId: 'dora' }, draft, 2);
        expect(Object.keys(changed).toSorted()).toEqual(['standInId', 'why']);
      }),
    );
  });
});

test('what an earlier program stored reads with everything it did not say as usual', () => {
  const before = stored({
    name: 'Replies',
    ownerId: 'ana',
    measures: [{ kind: 'slaCompliance', direction: 'atLeast', target: 0.95, period: 'month' }],
    sla: { to: 'completed', minutes: 480 },
  });
  const draft = draftOf(before, TERMS);
  expect(draft.measures[0]).toMatchObject({ target: 95, quantile: 0.85, isSampled: false });
  expect(draft.promises.completed).toMatchObject({ isOn: true, amount: 8, unit: 'hours' });
  expect(before.slas).toEqual([{ to: 'completed', minutes: 480, fromDay: FIRST_DAY }]);
});

test('whoever answers for it works on it, without moving the others', () => {
  const fields = (part: Partial<OutcomeDraft>) =>
    outcomeFields({ ...emptyDraft(TERMS), ...part }, 2)['memberIds'];
  expect(fields({ ownerId: 'ana', memberIds: ['ben'] })).toEqual(['ana', 'ben']);
  expect(fields({ ownerId: 'ana', memberIds: ['ben', 'ana'] })).toEqual(['ben', 'ana']);
});

describe('a measure in human units', () => {
  test.each([
    ['accuracy', { target: 99.5 }, 0.995],
    ['turnaround', { target: 7.5, timeUnit: 'hours' }, 450],
    ['turnaround', { target: 45, timeUnit: 'minutes' }, 45],
    ['cost', { target: 12.34 }, 1234],
    ['score', { target: 4.5 }, 4.5],
  ] as const)('%s %o is stored as %d', (kind, typed, target) => {
    expect(measureOf({ ...newMeasureDraft(kind, 'm0'), ...typed }, 2)?.target).toBe(target);
  });

  test('yen have no decimals', () => {
    expect(measureOf({ ...newMeasureDraft('cost', 'm0'), target: 500 }, 0)?.target).toBe(500);
  });

  test('a target is kept where the new kind is in the same unit, and asked for anew where it is not', () => {
    const accuracy = { ...newMeasureDraft('accuracy', 'm0'), target: 98 };
    expect(withKind(accuracy, 'ratio').target).toBe(98);
    expect(withKind(accuracy, 'turnaround')).toMatchObject({ target: null, direction: 'atMost' });
  });
});
