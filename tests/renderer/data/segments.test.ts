import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyArrival, applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { readEntry } from '../../../renderer/data/deliverables.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { SegmentCache } from '../../../renderer/data/segments/segment-cache.ts';
import { SEGMENT_SIZE } from '../../../renderer/data/segments/room.ts';
import { logDone, noonMs } from './entries.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import type { TestStream } from './streams.ts';
import { FOUNDER_KEY, ownStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');
const OPTIONS = { founderKey: FOUNDER_KEY, nowMs: NOW_MS };

let db: Projection;
let stream: TestStream;

beforeEach(async () => {
  db = await openProjection('segments');
  stream = ownStream('ana');
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

const segmentsOf = async (): Promise<number> =>
  (await db.shelves.get('m-ana'))?.segments.length ?? 0;

async function expectWhole(): Promise<void> {
  const { duplicates, ...known } = await snapshotOf(db);
  expect(duplicates).toEqual([]);
  expect(known).toEqual(recomputed([stream]));
}

describe('packed history', () => {
  test('a busy month takes several segments, and no rows', async () => {
    for (let at = 0; at < SEGMENT_SIZE * 2 + 3; at += 1) logDone(stream, '2025-03-14');
    await new LocalImporter(db, OPTIONS).merge(stream.chunk());
    expect(await segmentsOf()).toBe(3);
    expect(await db.deliverables.count()).toBe(0);
    await expectWhole();
  });

  test('small chunks fill the segments that are there', async () => {
    const importer = new LocalImporter(db, OPTIONS);
    for (let at = 0; at < SEGMENT_SIZE + 40; at += 1) logDone(stream, '2025-03-14');
    for (let at = 0; at < stream.changes.length; at += 90) {
      await importer.merge(stream.chunk(at, Math.min(at + 90, stream.changes.length)));
    }
    expect(await segmentsOf()).toBe(2);
    await expectWhole();
  });

  test('a quiet member fills segments over many months', async () => {
    for (let month = 1; month <= 12; month += 1) {
      logDone(stream, `2025-${String(month).padStart(2, '0')}-14`);
    }
    await new LocalImporter(db, OPTIONS).merge(stream.chunk());
    const shelf = await db.shelves.get('m-ana');
    expect(shelf?.segments).toMatchObject([
      { count: 12, fromMonth: '2025-01', toMonth: '2025-12' },
    ]);
    await expectWhole();
  });

  test('a long log that is packed while it is read fills its segments', async () => {
    for (let at = 0; at < SEGMENT_SIZE * 3; at += 1) {
      logDone(stream, `2025-${String(1 + Math.floor(at / 150)).padStart(2, '0')}-14`);
    }
    await new LocalImporter(db, { ...OPTIONS, changesAtOnce: 100 }).merge(stream.chunk());
    expect(await segmentsOf()).toBe(3);
    await expectWhole();
  });

  test('work of another age gets a segment of its own', async () => {
    for (const day of ['2019-05-01', '2025-03-14', '2010-01-01']) logDone(stream, day);
    await new LocalImporter(db, OPTIONS).merge(stream.chunk());
    expect(await segmentsOf()).toBe(3);
    await expectWhole();
  });

  test('what arrives in no order still lies by months', async () => {
    for (let at = 0; at < SEGMENT_SIZE * 2; at += 1) {
      logDone(stream, `2025-0${(at % 4) + 1}-14`);
    }
    await new LocalImporter(db, OPTIONS).merge(stream.chunk());
    const shelf = await db.shelves.get('m-ana');
    const spans = shelf?.segments.map(({ fromMonth, toMonth }) => `${fromMonth} ${toMonth}`);
    expect(spans).toEqual(['2025-01 2025-02', '2025-03 2025-04']);
    await expectWhole();
  });

  test('an edit of old work rewrites its segment and keeps what it overrode', async () => {
    const id = logDone(stream, '2025-03-14', { quantity: 4 });
    logDone(stream, '2025-03-15');
    stream.add(NOW_MS, { type: 'deliverable', id, fields: { quantity: 5 } });
    await applyChanges(db, stream.source, stream.changes.slice(0, 2), NOW_MS);
    await applyChanges(db, stream.source, stream.changes.slice(2), NOW_MS);
    const entry = await readEntry('m-ana', id);
    expect(entry).toMatchObject({ quantity: 5, isEdited: true, ownSeq: 3 });
    expect(await db.deliverables.count()).toBe(0);
    await expectWhole();
  });

  test('reopened old work gets a row again, and its emptied segment goes', async () => {
    const id = logDone(stream, '2025-03-14');
    stream.add(NOW_MS, {
      type: 'deliverable',
      id,
      fields: { completedAtMs: null, reopenedCount: 1 },
    });
    await applyChanges(db, stream.source, stream.changes.slice(0, 1), NOW_MS);
    expect(await segmentsOf()).toBe(1);
    await applyChanges(db, stream.source, stream.changes.slice(1), NOW_MS);
    expect(await segmentsOf()).toBe(0);
    expect(await db.deliverables.count()).toBe(1);
    await expectWhole();
  });

  test('work without a month in its id is packed too', async () => {
    stream.add(NOW_MS, {
      type: 'deliverable',
      id: 'from-elsewhere',
      fields: { completedAtMs: noonMs('2025-01-02'), day: '2025-01-02' },
    });
    await new LocalImporter(db, OPTIONS).merge(stream.chunk());
    expect(await readEntry('m-ana', 'from-elsewhere')).toMatchObject({ day: '2025-01-02' });
    await expectWhole();
  });
});

describe('two writers', () => {
  test('a cache is not trusted once somebody else has written', async () => {
    const id = logDone(stream, '2025-03-14', { quantity: 1 });
    logDone(stream, '2025-03-14');
    const other = ownStream('ana');
    const boss = { ...other.source, stream: 'b'.repeat(32), memberId: 'boss' };
    const worker = new LocalImporter(db, OPTIONS);
    await worker.merge(stream.chunk(0, 1));
    other.add(NOW_MS, { type: 'deliverable', id, fields: { note: 'Seen' } });
    await applyChanges(db, boss, other.changes, NOW_MS);
    await worker.merge(stream.chunk(1));
    expect(await readEntry('m-ana', id)).toMatchObject({ note: 'Seen', quantity: 1 });
  });

  test('both merging at once lose nothing', async () => {
    for (let at = 0; at < 60; at += 1) logDone(stream, '2025-03-14');
    const other = ownStream('ana');
    const boss = { ...other.source, stream: 'b'.repeat(32), memberId: 'boss' };
    for (const { id } of stream.changes) {
      other.add(NOW_MS, { type: 'deliverable', id, fields: { acceptedAtMs: NOW_MS } });
    }
    const worker = new LocalImporter(db, OPTIONS);
    const merges: Promise<unknown>[] = [];
    for (let at = 0; at < 60; at += 10) {
      merges.push(worker.merge(stream.chunk(at, at + 10)));
      merges.push(applyChanges(db, boss, other.changes.slice(at, at + 10), NOW_MS));
    }
    await Promise.all(merges);
    const { records } = await snapshotOf(db);
    const whole = Object.values(records).filter(
      ({ fields }) => fields['acceptedAtMs'] === NOW_MS && fields['quantity'] === 1,
    );
    expect(whole).toHaveLength(60);
  });
});

test('a merge that fails half-way leaves nothing behind, not even in the cache', async () => {
  const [first, second] = [logDone(stream, '2025-03-14'), logDone(stream, '2025-03-14')];
  const options = { rowsFromDay: '2026-11-01', cache: new SegmentCache('worker') };
  const arrivalOf = (from: number, to: number) => ({
    firstSeq: from + 1,
    lastSeq: to,
    lastH: '',
    parts: [{ changes: stream.changes.slice(from, to), refused: [] }],
  });
  await applyArrival(db, stream.source, arrivalOf(0, 1), options);
  const before = await snapshotOf(db);
  const refuse = (): never => {
    throw new Error('The disk is full');
  };
  db.rollups.hook('updating').subscribe(refuse);
  await expect(applyArrival(db, stream.source, arrivalOf(1, 2), options)).rejects.toThrow();
  expect(await snapshotOf(db)).toEqual(before);
  db.rollups.hook('updating').unsubscribe(refuse);
  await applyArrival(db, stream.source, arrivalOf(1, 2), options);
  expect(await readEntry('m-ana', first)).toBeDefined();
  expect(await readEntry('m-ana', second)).toBeDefined();
  await expectWhole();
});
