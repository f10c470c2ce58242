import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, monthOf } from '#shared/day';
import { deliverableId, newId } from '#shared/ids';
import { seededRandom } from '#shared/random';
import type { Random } from '#shared/random';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import type { TestStream } from './streams.ts';
import { FOUNDER_KEY, ownStream } from './streams.ts';

const DAY_MS = 86_400_000;
const FROM_MS = Date.UTC(2026, 0, 3);
/** So many may come before all others, and stay open. */
const FEW = 60;
const NOW_MS = Date.UTC(2026, 10, 22, 12);

/** A log of several segments over most of a year, with what a log has beside finished work in its order. */
function longLog(random: Random, changes: number): TestStream {
  const stream = ownStream('ana');
  const stepMs = (NOW_MS - FROM_MS) / changes;
  const ids: string[] = [];
  // How much is said of days long ago: what is said of them all the time leaves nothing to be packed.
  const old = random.pick([0, 0.02, 0.2]);
  const openShare = random.pick([0, 0.03]);
  const beginsOpen = random.chance(0.5);
  for (let at = 0; at < changes; at += 1) {
    const atMs = Math.floor(FROM_MS + at * stepMs);
    const isCorrection = ids.length > 0 && random.chance(0.08);
    const earlier = isCorrection ? random.pick(random.chance(old) ? ids : ids.slice(-12)) : null;
    const isOpen = (beginsOpen && at < FEW) || random.chance(openShare);
    const fields = earlier === null ? work(random, atMs, isOpen) : correction(random, atMs);
    const sinceMs = random.chance(old / 10) ? random.whole(0, 200) * DAY_MS : 0;
    const month = monthOf(dayIn('UTC', Math.max(FROM_MS, atMs - sinceMs)));
    const id =
      earlier ??
      deliverableId(
        month,
        newId((count) => random.bytes(count)),
      );
    stream.add(atMs, { type: 'deliverable', id, fields });
    if (earlier === null) ids.push(id);
  }
  return stream;
}

function work(random: Random, atMs: number, isOpen: boolean) {
  return {
    outcomeId: random.pick(['uploads', 'tickets']),
    requestedAtMs: atMs - random.whole(0, random.chance(0.1) ? 90 : 2) * DAY_MS,
    startedAtMs: atMs - 3_600_000,
    quantity: random.whole(1, 9),
    ...(!isOpen && { completedAtMs: atMs, day: dayIn('UTC', atMs) }),
  };
}

function correction(random: Random, atMs: number) {
  return random.pick([
    { errors: random.whole(0, 3) },
    { deleted: true },
    { completedAtMs: atMs, day: dayIn('UTC', atMs) },
    { completedAtMs: null, day: null },
  ]);
}

let opened = 0;

test('a long log whose months are packed while it is read is stored as it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 51, max: 300 }), async (seed, changesAtOnce) => {
      opened += 1;
      const db = new Projection(`packed-meanwhile-${opened}`);
      const random = seededRandom(seed);
      const stream = longLog(random, 1_600);
      const options = { founderKey: FOUNDER_KEY, nowMs: NOW_MS, changesAtOnce };
      const importer = new LocalImporter(db, options);
      const first = random.pick([FEW, random.whole(900, stream.changes.length)]);
      await importer.merge(stream.chunk(0, first));
      await importer.merge(stream.chunk(first));
      const { duplicates, ...known } = await snapshotOf(db);
      expect(duplicates).toEqual([]);
      expect(known).toEqual(recomputed([stream]));
      await db.delete();
    }),
    { numRuns: 24 },
  );
}, 120_000);
