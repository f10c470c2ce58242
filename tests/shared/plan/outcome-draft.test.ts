import { describe, expect, test } from 'vitest';
import { FIRST_DAY } from '#shared/day';
import { outcomeFrom } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import { draftOf, EMPTY_OUTCOME, outcomeFields, outcomeProblems } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Fields } from '#shared/stream/change';

const good: OutcomeDraft = {
  ...EMPTY_OUTCOME,
  name: ' Product uploads ',
  statement: 'Every new product is live within a day',
  unit: 'listings',
  ownerId: 'ana',
  memberIds: ['ben'],
  target: 40,
  hasAccuracy: true,
  accuracyPercent: 99,
  hasSla: true,
  slaHours: 8,
};

const stored = (fields: Fields): Outcome =>
  outcomeFrom({ audience: 'team', type: 'outcome', id: 'o', fields, stamp: '0' });

test('a whole draft has no problem and comes back as it was entered', () => {
  expect(outcomeProblems(good, ['Replies'])).toEqual({});
  const outcome = stored(outcomeFields(good, null));
  expect(draftOf(outcome)).toEqual({ ...good, name: 'Product uploads', memberIds: ['ana', 'ben'] });
  expect(outcome.slas).toEqual([{ to: 'completed', minutes: 480, fromDay: FIRST_DAY }]);
});

describe('what is refused where it is entered', () => {
  test.each<[Partial<OutcomeDraft>, object]>([
    [{ name: '  ' }, { name: 'name-missing' }],
    [{ name: 'replies' }, { name: 'name-taken' }],
    [{ statement: '' }, { statement: 'statement-missing' }],
    [{ unit: '' }, { unit: 'unit-missing' }],
    [{ target: null }, { target: 'target-missing' }],
    [{ target: 0 }, { target: 'target-not-positive' }],
    [{ target: -3 }, { target: 'target-not-positive' }],
    [{ ownerId: '', memberIds: [] }, { memberIds: 'members-missing' }],
    [{ accuracyPercent: 101 }, { accuracyPercent: 'accuracy-out-of-range' }],
    [{ accuracyPercent: 0 }, { accuracyPercent: 'accuracy-out-of-range' }],
    [{ slaHours: 0 }, { slaHours: 'sla-not-positive' }],
    [{ slaHours: null }, { slaHours: 'sla-missing' }],
  ])('%o', (change, problems) => {
    expect(outcomeProblems({ ...good, ...change }, ['Replies'])).toEqual(problems);
  });

  test('what is switched off is not asked for', () => {
    const draft = { ...good, hasTarget: false, target: null, hasSla: false, slaHours: null };
    expect(outcomeProblems(draft, [])).toEqual({});
  });
});

test('editing keeps measures that the editor does not show', () => {
  const before = stored({
    name: 'Replies',
    measures: [{ kind: 'slaCompliance', direction: 'atLeast', target: 0.95, period: 'month' }],
  });
  const after = stored(outcomeFields({ ...draftOf(before), hasTarget: true, target: 5 }, before));
  expect(after.measures.map((measure) => measure.kind)).toEqual(['quantity', 'slaCompliance']);
});
