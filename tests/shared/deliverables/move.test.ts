import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import { lateFields, moveEdits } from '#shared/deliverables/move';
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

const anyWrite = (min: number) =>
  fc.record({
    at: fc.integer({ min, max: 200 }),
    field: fc.constantFrom(...FIELDS),
    value: fc.integer(),
  });
/** At the old place even before the move, by somebody whom nobody had heard yet; at the new one after it. */
const anyWrites = fc.record({
  late: fc.array(anyWrite(WAS_WRITTEN + 1), { maxLength: 6 }),
  here: fc.array(anyWrite(WAS_MOVED + 1), { maxLength: 6 }),
});

test('what is said at either place reads as if the work had never moved, once carried over', () => {
  fc.assert(
    fc.property(anyWrites, ({ late, here }) => {
      const { before, after } = moved();
      // Two writes of one instant are told apart by their streams; here even is old and odd is new.
      const asWrites = (all: typeof here, odd: 0 | 1): Write[] =>
        all.map(({ at, field, value }) => ({ at: at * 2 + odd, fields: { [field]: value } }));
      const [lateWrites, hereWrites] = [asWrites(late, 0), asWrites(here, 1)];
      const { movedTo, ...base } = before;
      const old = written('m-ana', [
        { at: WAS_WRITTEN, fields: base },
        { at: WAS_MOVED * 2, fields: { movedTo: movedTo ?? '' } },
        ...lateWrites,
      ]);
      const there = [{ at: WAS_MOVED * 2, fields: after }, ...hereWrites];
      const found = lateFields(old, written('m-ben', there));
      const carried = Object.keys(found).length > 0 ? [{ at: 500, fields: found }] : [];
      const now = written('m-ben', [...there, ...carried]);
      const latest = (writes: readonly Write[], field: string) =>
        writes.filter(({ fields }) => field in fields).toSorted((a, b) => b.at - a.at)[0]?.at ?? -1;
      for (const field of FIELDS) {
        const isLate = latest(lateWrites, field) > latest(hereWrites, field);
        const said = isLate ? old.fields[field] : written('m-ben', there).fields[field];
        expect(now.fields[field]).toEqual(said);
      }
      expect(lateFields(old, now)).toEqual({});
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
