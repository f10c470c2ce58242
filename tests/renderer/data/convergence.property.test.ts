import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import type { Json } from '#shared/json';
import { applyArrival } from '../../../renderer/data/apply.ts';
import { compactRows } from '../../../renderer/data/compact.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { SegmentCache } from '../../../renderer/data/segments/segment-cache.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import { TestStream } from './streams.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 12);

const days = fc.constantFrom('2026-11-22', '2026-11-20', '2026-11-01', '2026-10-31', '2025-02-28');
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 9_000_000 }).map((micro) => micro / 1e6),
  fc.constantFrom(0.1, 0.2, 0.3),
);
const instants = fc.integer({ min: NOW_MS - 86_400_000 * 400, max: NOW_MS });
const orNull = <T extends Json>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const entryFields = fc.record(
  {
    outcomeId: fc.constantFrom('uploads', 'tickets'),
    day: fc.oneof(days, fc.constant('soon')),
    completedAtMs: fc.oneof(orNull(instants), fc.constant(9e15)),
    requestedAtMs: orNull(instants),
    quantity: amounts,
    errors: orNull(amounts),
    valueMinor: orNull(fc.integer({ min: 0, max: 1e9 })),
    reopenedCount: fc.integer({ min: 0, max: 2 }),
    costMinor: orNull(fc.integer({ min: 0, max: 1e9 })),
    score: orNull(amounts),
    startedAtMs: orNull(instants),
    respondedAtMs: orNull(instants),
    acceptedAtMs: orNull(instants),
    clientDay: orNull(days),
    'block.b1': orNull(
      fc.record({
        fromMs: instants,
        toMs: orNull(instants),
        on: fc.constantFrom('client', 'manager'),
      }),
    ),
    deleted: orNull(fc.boolean()),
    movedTo: orNull(fc.constantFrom('m-ana', 'm-ben')),
    importId: fc.constantFrom('', 'imp1'),
  },
  { requiredKeys: [] },
);

const edits = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('deliverable'),
      id: fc.constantFrom('202611-a', '202611-b', '202610-c', '202502-d', 'e'),
      fields: entryFields.filter((fields) => Object.keys(fields).length > 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('run', 'checkIn', 'receipt', 'import', 'somethingNew'),
      id: fc.constantFrom('x.boss', 'y.boss'),
      fields: fc.record({ day: days, note: fc.string({ maxLength: 8 }) }),
    }),
  },
);

const histories = fc.array(
  fc.record({ stream: fc.nat({ max: 2 }), atMs: fc.integer({ min: 1, max: 5 }), edit: edits }),
  { minLength: 1, maxLength: 40 },
);

/** This device of Ana's, a manager's in her audience, and one of Ben. */
function streamsOf(
  history: readonly { stream: number; atMs: number; edit: Parameters<TestStream['add']>[1] }[],
): TestStream[] {
  const streams = [
    new TestStream({ audience: memberAudience('ana'), memberId: 'ana', isOwn: true }),
    new TestStream({ audience: memberAudience('ana'), memberId: 'boss' }),
    new TestStream({ audience: memberAudience('ben'), memberId: 'ben', isOwn: true }),
  ];
  for (const { stream, atMs, edit } of history) {
    // A run is its member's alone to write.
    const writer = edit.type === 'run' && stream === 1 ? 0 : stream;
    streams[writer]?.add(NOW_MS + atMs, edit);
  }
  return streams;
}

test('any interleaving, chunking and repetition of streams gives what recomputing from scratch gives', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat({ max: 8 })), async (history, random) => {
      const db = freshProjection();
      const streams = streamsOf(history);
      const next = (below: number): number => (random.next().value ?? 0) % below;
      const changesAtOnce = 1 + next(4);
      const options = { founderKey: 'f'.repeat(64), nowMs: NOW_MS, changesAtOnce };
      const importer = new LocalImporter(db, options);
      const done = streams.map(() => 0);
      while (streams.some(({ changes }, at) => (done[at] ?? 0) < changes.length)) {
        const at = next(streams.length);
        const stream = streams[at];
        if (!stream) continue;
        const upTo = Math.min(stream.changes.length, (done[at] ?? 0) + next(6));
        // A chunk may begin before what is known: that part is a repetition.
        const from = Math.max(0, (done[at] ?? 0) - next(4));
        await importer.merge(stream.chunk(from, upTo));
        done[at] = Math.max(done[at] ?? 0, upTo);
        if (next(5) === 0)
          await compactRows(db, oldRows(next(2) === 0 ? '2026-11-21' : '9999-01-01'));
      }
      const { duplicates, ...known } = await snapshotOf(db);
      expect(duplicates).toEqual([]);
      expect(known).toEqual(recomputed(streams));
      await db.delete();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('applying everything again changes nothing at all', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const db = freshProjection();
      const streams = streamsOf(history);
      const options = { rowsFromDay: '2026-11-01', cache: new SegmentCache('one') };
      const applyAll = async (): Promise<void> => {
        for (const { source, changes } of streams) {
          const last = changes.at(-1);
          if (!last) continue;
          const parts = [{ changes, refused: [] }];
          const arrival = { firstSeq: 1, lastSeq: last.seq, lastH: last.h, parts };
          await applyArrival(db, source, arrival, options);
        }
      };
      await applyAll();
      const before = await dumpOf(db);
      await applyAll();
      expect(await dumpOf(db)).toEqual(before);
      await db.delete();
    }),
    { numRuns: 20 },
  );
}, 60_000);

let opened = 0;

function freshProjection(): Projection {
  opened += 1;
  return new Projection(`convergence-${opened}`);
}

const oldRows = (rowsFromDay: string) => ({ rowsFromDay, cache: new SegmentCache('packer') });

/** Every record of every table, as it is stored. */
async function dumpOf(db: Projection): Promise<unknown> {
  return await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
}
