import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeLine } from '#shared/stream/chain';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import { LocalImporter } from '../../../../renderer/data/import/importer.ts';
import type { Projection } from '../../../../renderer/data/projection.ts';
import { readTerms } from '../../../../renderer/data/terms.ts';
import { noonMs } from '../entries.ts';
import { recomputed } from '../recomputed.ts';
import { snapshotOf } from '../snapshot.ts';
import { FOUNDER_KEY, TestStream, ownStream } from '../streams.ts';

const OPTIONS = { founderKey: FOUNDER_KEY, nowMs: noonMs('2026-11-22') };
const DAY = '2024-01-03';
let db: Projection;
let ana: TestStream;

beforeEach(async () => {
  db = await openProjection('odd-lines');
  ana = ownStream('ana');
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

/** Work of long ago: it is packed. */
function logDone(id: string, more: object = {}): void {
  const atMs = noonMs(DAY) + ana.changes.length;
  const fields = { outcomeId: 'uploads', title: 'Listings', zone: 'Asia/Manila', quantity: 1 };
  const done = { ...fields, completedAtMs: atMs, day: DAY, ...more };
  ana.add(atMs, { type: 'deliverable', id, fields: done });
}

test.each([1, 2, 3])(
  'ids that name no month are kept apart from those that do, %i changes at a time',
  async (changesAtOnce) => {
    for (const id of ['2', '202401-a', 'zz', '2', '202401-a']) logDone(id);
    const chunkEnd = ana.changes.length;
    await new LocalImporter(db, { ...OPTIONS, changesAtOnce }).merge(ana.chunk(0, chunkEnd));
    for (const id of ['202401-a', '2', '202401-b']) logDone(id, { quantity: 5 });
    await new LocalImporter(db, { ...OPTIONS, changesAtOnce }).merge(ana.chunk(chunkEnd));
    const { duplicates, ...known } = await snapshotOf(db);
    expect(duplicates).toEqual([]);
    expect(known).toEqual(recomputed([ana]));
  },
);

test('a name that is escaped is the same name when its work is measured anew', async () => {
  const plan = new TestStream({ audience: 'team' });
  plan.add(1, { type: 'member', id: 'ana', fields: { name: 'Ana', timeZone: 'Europe/Rome' } });
  plan.add(2, { type: 'outcome', id: 'uploads', fields: { name: 'Uploads' } });
  for (const id of ['202401-a', '202401-b']) {
    logDone(id, { requestedAtMs: noonMs(DAY) - 3_600_000 });
  }
  const lines = ana.changes.map((change) => changeLine({ ...change, h: '0a'.repeat(32) }));
  const escaped = lines.map((line) => line.replace('"uploads"', String.raw`"\u0075ploads"`));
  const importer = new LocalImporter(db, OPTIONS);
  await importer.merge(plan.chunk());
  await importer.merge(ana.rawChunk(escaped));
  await importer.retune();
  const before = plan.changes.length;
  const sla = [{ to: 'completed', minutes: 240, fromDay: '0001-01-01' }];
  plan.add(3, { type: 'outcome', id: 'uploads', fields: { sla } });
  await importer.merge(plan.chunk(before));
  await importer.retune();
  const { rollups } = await snapshotOf(db);
  expect(rollups).toEqual(recomputed([plan, ana], await readTerms(db)).rollups);
});
