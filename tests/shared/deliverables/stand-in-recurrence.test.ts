import { describe, expect, test } from 'vitest';
import { recurrenceFrom } from '#shared/deliverables/recurrence';
import { standInEdits } from '#shared/deliverables/stand-in-recurrence';
import type { Absence } from '#shared/plan/absence';
import type { Audience, Edit, Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';

const absence = (given: Partial<Absence> = {}): Absence => ({
  id: 'a1',
  memberId: 'ana',
  fromDay: '2026-03-28',
  toDay: '2026-03-30',
  standInId: 'ben',
  standInByOutcome: new Map(),
  note: '',
  isDeleted: false,
  ...given,
});

const state = (audience: Audience, id: string, fields: Fields): RecordState =>
  ({ audience, type: 'recurrence', id, fields, stamps: {} }) as unknown as RecordState;

const daily = state('m-ana', 'r1', {
  title: 'Check the prices',
  outcomeId: 'prices',
  rule: 'FREQ=DAILY',
  startsOn: '2026-01-01',
  zone: 'Europe/Rome',
  sinceMs: 0,
});

/** The states after some edits were written. */
function written(states: readonly RecordState[], edits: readonly Edit[]): readonly RecordState[] {
  const all = new Map(states.map((each) => [`${each.audience}|${each.id}`, each]));
  for (const { audience, id, fields } of edits) {
    const key = `${audience}|${id}`;
    all.set(key, state(audience, id, { ...all.get(key)?.fields, ...fields }));
  }
  return [...all.values()];
}

describe('recurring work during leave', () => {
  test('lies with the stand-in from midnight to midnight of its own zone, over a clock change', () => {
    const [edit, ...others] = standInEdits([absence()], [daily], '2026-03-20');
    expect(others).toEqual([]);
    expect(edit).toMatchObject({ audience: 'm-ben', fields: { standInForId: 'ana' } });
    // Rome: UTC+1 on the 28th, UTC+2 from the 29th on.
    expect(edit?.fields).toMatchObject({
      sinceMs: Date.parse('2026-03-27T23:00:00Z'),
      untilMs: Date.parse('2026-03-30T22:00:00Z'),
      title: 'Check the prices',
    });
  });

  test('is written once', () => {
    const edits = standInEdits([absence()], [daily], '2026-03-20');
    expect(standInEdits([absence()], written([daily], edits), '2026-03-20')).toEqual([]);
  });

  test('goes back where the leave is taken back, and comes again where that is undone', () => {
    const made = written([daily], standInEdits([absence()], [daily], '2026-03-20'));
    const ended = standInEdits([absence({ isDeleted: true })], made, '2026-03-20');
    expect(ended).toMatchObject([{ audience: 'm-ben', fields: { deleted: true } }]);
    const again = standInEdits([absence()], written(made, ended), '2026-03-20');
    expect(again).toMatchObject([{ fields: { deleted: false } }]);
  });

  test('follows a new stand-in and leaves the old one', () => {
    const made = written([daily], standInEdits([absence()], [daily], '2026-03-20'));
    const edits = standInEdits([absence({ standInId: 'cat' })], made, '2026-03-20');
    expect(edits.map(({ audience, fields }) => [audience, fields['deleted']])).toEqual([
      ['m-cat', undefined],
      ['m-ben', true],
    ]);
  });

  test('follows the rule that it stands for', () => {
    const made = written([daily], standInEdits([absence()], [daily], '2026-03-20'));
    const renamed = written(made, [
      { audience: 'm-ana', type: 'recurrence', id: 'r1', fields: { title: 'Check all prices' } },
    ]);
    const edits = standInEdits([absence()], renamed, '2026-03-20');
    expect(edits.map(({ fields }) => fields)).toEqual([{ title: 'Check all prices' }]);
  });

  test('is never stood in for twice', () => {
    const ben = absence({ id: 'a2', memberId: 'ben', standInId: 'cat' });
    const edits = standInEdits([absence(), ben], [daily], '2026-03-20');
    const states = written([daily], edits);
    expect(states.map(({ audience }) => audience)).toEqual(['m-ana', 'm-cat']);
    expect(standInEdits([absence(), ben], states, '2026-03-20')).toEqual([]);
  });

  test('is left alone when it is long over', () => {
    const made = written([daily], standInEdits([absence()], [daily], '2026-03-20'));
    expect(standInEdits([], made, '2027-03-20')).toEqual([]);
    expect(standInEdits([absence()], [daily], '2027-03-20')).toEqual([]);
  });

  test('a rule that began in the middle begins there', () => {
    const late = state('m-ana', 'r2', {
      ...daily.fields,
      sinceMs: Date.parse('2026-03-29T12:00Z'),
    });
    const [edit] = standInEdits([absence()], [late], '2026-03-20');
    const copy = recurrenceFrom(state('m-ben', edit?.id ?? '', edit?.fields ?? {}));
    expect(copy.sinceMs).toBe(Date.parse('2026-03-29T12:00Z'));
  });
});
