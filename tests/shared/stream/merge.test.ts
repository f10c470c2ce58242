import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { canonicalJson } from '#shared/stream/canonical';
import type { Change } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { mergeChange, type RecordState } from '#shared/stream/merge';

interface Write {
  readonly stream: string;
  readonly change: Pick<Change, 'hlc' | 'type' | 'id' | 'fields'>;
}

/** Few ids, fields and times: collisions are what a merge is about. */
const write = (): fc.Arbitrary<Write> =>
  fc.record({
    stream: fc.constantFrom('a', 'b', 'c'),
    change: fc.record({
      hlc: fc
        .record({ ms: fc.nat({ max: 6 }), counter: fc.nat({ max: 2 }) })
        .map((clock) => formatHlc(clock)),
      type: fc.constant('deliverable'),
      id: fc.constantFrom('x', 'y'),
      fields: fc.dictionary(
        fc.constantFrom('title', 'quantity', 'note', 'deleted'),
        fc.oneof(fc.nat({ max: 3 }), fc.constantFrom('p', 'q', null, true)),
        { minKeys: 1 },
      ),
    }),
  });

function fold(writes: readonly Write[]): ReadonlyMap<string, RecordState> {
  const records = new Map<string, RecordState>();
  for (const { stream, change } of writes) {
    records.set(change.id, mergeChange(records.get(change.id), change, stream, 'm-ana'));
  }
  return records;
}

/** One text for equal sets of records. */
const stateText = (records: ReadonlyMap<string, RecordState>): string =>
  canonicalJson(
    Object.fromEntries([...records].map(([id, state]) => [id, state as unknown as Json])),
  );

describe('merging', () => {
  test('any order, any repetition and any split give the same records', () => {
    const runs = fc.array(write(), { minLength: 1, maxLength: 24 }).chain((writes) =>
      fc.record({
        writes: fc.constant(writes),
        replay: fc.array(fc.nat({ max: writes.length - 1 }), { maxLength: 30 }).chain((repeats) =>
          fc.shuffledSubarray([...writes.keys(), ...repeats.map((each) => each)], {
            minLength: writes.length + repeats.length,
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(runs, ({ writes, replay }) => {
        const replayed = replay.flatMap((each) => writes[each] ?? []);
        expect(stateText(fold(replayed))).toBe(stateText(fold(writes)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('the latest write of each field wins, by time and then by stream', () => {
    fc.assert(
      fc.property(fc.array(write(), { minLength: 1, maxLength: 20 }), (writes) => {
        for (const [id, { fields }] of fold(writes)) {
          for (const [field, value] of Object.entries(fields)) {
            const rivals = writes
              .filter(({ change }) => change.id === id && field in change.fields)
              .map(({ stream, change }) => ({
                stamp: `${change.hlc}.${stream}`,
                text: JSON.stringify(change.fields[field]),
              }))
              .toSorted((a, b) => (a.stamp + a.text < b.stamp + b.text ? -1 : 1));
            expect(JSON.stringify(value)).toBe(rivals.at(-1)?.text);
          }
        }
      }),
    );
  });

  test('nothing that was overridden is forgotten', () => {
    fc.assert(
      fc.property(fc.array(write(), { minLength: 1, maxLength: 20 }), (writes) => {
        const records = fold(writes);
        for (const { stream, change } of writes) {
          const record = records.get(change.id);
          for (const [field, value] of Object.entries(change.fields)) {
            const stamp = `${change.hlc}.${stream}`;
            const isKept =
              JSON.stringify(record?.fields[field]) === JSON.stringify(value) ||
              record?.past?.some(
                (old) =>
                  old.field === field &&
                  old.stamp === stamp &&
                  JSON.stringify(old.value) === JSON.stringify(value),
              );
            expect(isKept).toBe(true);
          }
        }
      }),
    );
  });
});
