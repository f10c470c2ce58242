import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { lateFields, moveEdits } from '#shared/deliverables/move';
import type { Json } from '#shared/json';
import type { Audience, Fields } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';

const MOVING = { byId: 'mara', atMs: 5_000, zone: 'Europe/Rome' };
const FIELDS = ['title', 'note', 'startedAtMs', 'quantity'] as const;

interface Write {
  readonly at: number;
  readonly fields: Fields;
}

/** The record of an audience after writes, each at its own time. */
function written(audience: Audience, writes: readonly Write[]): RecordState {
  let state: RecordState | undefined;
  for (const { at, fields } of writes) {
    const hlc = `${String(at).padStart(12, '0')}0000`;
    const change = { hlc, type: 'deliverable', id: '202611-a', fields };
    state = mergeChange(state, change, 'stream', audience);
  }
  if (!state) throw new Error('nothing was written');
  return state;
}

const [WAS_WRITTEN, WAS_MOVED] = [1, 100];

function moved(): { readonly before: Fields; readonly after: Fields } {
  const whole = { title: 'Spring', note: '', quantity: 3, 'block.b': { fromMs: 1, on: 'client' } };
  const [to, from] = moveEdits(
    written('m-ana', [{ at: WAS_WRITTEN, fields: whole }]),
    undefined,
    'm-ben',
    MOVING,
  );
  if (!to || !from) throw new Error('a move is two edits');
  expect([to.audience, from.audience, to.id]).toEqual(['m-ben', 'm-ana', from.id]);
  return { before: { ...whole, ...from.fields }, after: to.fields };
}

test('a move writes everything at its new place and marks the old', () => {
  const { before, after } = moved();
  const [there, here] = [
    deliverableFrom(written('m-ana', [{ at: 1, fields: before }])),
    deliverableFrom(written('m-ben', [{ at: 1, fields: after }])),
  ];
  expect([there.isMoved, here.isMoved]).toEqual([true, false]);
  expect(here).toMatchObject({
    title: 'Spring',
    quantity: 3,
    blocks: [{ id: 'b', on: 'client' }],
    movedFrom: 'm-ana',
    zone: 'Europe/Rome',
    assignedById: 'mara',
    assignedAtMs: 5_000,
  });
});

const anyWrites = fc.array(
  fc.record({
    at: fc.integer({ min: WAS_MOVED + 1, max: 200 }),
    field: fc.constantFrom(...FIELDS),
    value: fc.integer(),
    isLate: fc.boolean(),
  }),
  { maxLength: 12 },
);

test('what is written at either place later reads as if the work had never moved, once carried over', () => {
  fc.assert(
    fc.property(anyWrites, (all) => {
      // Two writes of one instant are told apart by their streams; here each instant has one.
      const writes = [...new Map(all.map((each) => [each.at, each])).values()];
      const { before, after } = moved();
      const inPlace = (isLate: boolean): Write[] =>
        writes
          .filter((each) => each.isLate === isLate)
          .map(({ at, field, value }) => ({ at, fields: { [field]: value } }));
      const { title, note, quantity } = before;
      const base = {
        at: WAS_WRITTEN,
        fields: { title: title ?? '', note: note ?? '', quantity: quantity ?? 0 },
      };
      const mark = { at: WAS_MOVED, fields: { movedTo: 'm-ben' } };
      const old = written('m-ana', [base, mark, ...inPlace(true)]);
      const now = written('m-ben', [{ at: WAS_MOVED, fields: after }, ...inPlace(false)]);
      const late = lateFields(old, now);
      const carried =
        Object.keys(late).length === 0
          ? now
          : written('m-ben', [
              { at: WAS_MOVED, fields: after },
              ...inPlace(false),
              { at: 300, fields: late },
            ]);
      const latest = new Map<string, Json>();
      for (const { field, value } of writes.toSorted((a, b) => a.at - b.at))
        latest.set(field, value);
      for (const field of FIELDS) {
        expect(carried.fields[field]).toEqual(latest.get(field) ?? after[field]);
      }
      expect(lateFields(old, carried)).toEqual({});
    }),
  );
});

test('what was moved on to somebody else again is not carried here', () => {
  const old = written('m-ana', [
    { at: 1, fields: { title: 'Spring' } },
    { at: 2, fields: { movedTo: 'm-zoe' } },
    { at: 3, fields: { title: 'Autumn' } },
  ]);
  const now = written('m-ben', [{ at: 2, fields: { title: 'Spring' } }]);
  expect(lateFields(old, now)).toEqual({});
});
