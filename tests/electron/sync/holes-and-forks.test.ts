import fc from 'fast-check';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../electron/sync/batch-tools.ts';
import { nodeFileSystem } from '../../../electron/sync/file-system.ts';
import { BatchStore } from '../../../electron/sync/store/batch-store.ts';
import { mainBranch } from '../../../electron/sync/store/stream-index.ts';
import { TestDevice } from './parts/test-device.ts';
import { readAllIds, testEngine, value } from './parts/test-engine.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { watchedFolder } from './parts/watched-folder.ts';

describe('a hole in a stream', () => {
  test('is named; what comes after waits, and is there as soon as it is filled', async () => {
    const { ana, put, pull, anasHeads, engine, workspace, incoming } = await watchedFolder();
    ana.writeMany(29);
    const [first, second, third, fourth] = ana.batches(10, 14, 20);
    if (!first || !second || !third || !fourth) expect.fail('Four batches are cut.');
    put(first);
    put(third);
    put(fourth);
    const gap = { memberId: 'ana', stream: ana.stream, firstMissing: 11, lastMissing: 14 };
    expect(await pull()).toMatchObject({ newBatches: 3, gaps: [gap] });
    expect(await anasHeads()).toMatchObject([{ seq: 10 }]);
    expect(await readAllIds(engine, workspace)).not.toContain('202611-entry20');
    expect(value(await engine.syncStatus(workspace)).gaps).toEqual([gap]);
    incoming.length = 0;
    put(second);
    expect(await pull()).toMatchObject({ newBatches: 1, gaps: [] });
    expect(incoming).toEqual([workspace]);
    expect(await anasHeads()).toMatchObject([{ seq: 30, h: ana.h }]);
  });

  test('at the very beginning hides the stream, and two holes are two', async () => {
    const { ana, put, pull, anasHeads } = await watchedFolder();
    ana.writeMany(29);
    const [, second, , fourth] = ana.batches(10, 14, 20);
    for (const file of [fourth, second]) if (file) put(file);
    const { gaps } = await pull();
    expect(gaps.map(({ firstMissing, lastMissing }) => [firstMissing, lastMissing])).toEqual([
      [1, 10],
      [15, 20],
    ]);
    expect(await anasHeads()).toEqual([]);
  });

  test('is named also where a restored device has written on in its place', async () => {
    const { ana, put, pull, anasHeads } = await watchedFolder();
    const restored = ana.writeMany(5).cloneAt(6);
    ana.writeMany(6, 'lost');
    restored.writeMany(9, 'anew');
    put(ana.batch(1, 6));
    put(ana.batch(9, 10));
    put(ana.batch(11, 12));
    put(restored.batch(7, 15));
    const { gaps } = await pull();
    expect(gaps).toMatchObject([{ firstMissing: 8, lastMissing: 8 }]);
    expect(await anasHeads()).toMatchObject([{ seq: 15 }]);
    put(ana.batch(7, 8));
    expect((await pull()).gaps).toEqual([]);
    expect((await anasHeads()).map(({ seq }) => seq).toSorted()).toEqual([12, 15]);
  });

  test('is still known after a restart', async () => {
    const { root, ana, put, pull, engine, workspace } = await watchedFolder();
    ana.writeMany(9);
    const [, second] = ana.batches(5);
    if (second) put(second);
    const { gaps } = await pull();
    await engine.close();
    const again = await testEngine(join(root, 'data'));
    expect(value(await again.engine.syncStatus(workspace)).gaps).toEqual(gaps);
  });
});

describe('a forked stream', () => {
  test('keeps and reads both branches, flags the fork, and lets each grow', async () => {
    const { ana, put, pull, anasHeads, engine, workspace } = await watchedFolder();
    ana.writeMany(9, 'shared');
    const twin = ana.cloneAt(7);
    ana.writeMany(3, 'ana');
    twin.writeMany(5, 'twin');
    put(ana.batch(1, 10));
    put(ana.batch(11, 13));
    put(twin.batch(8, 12));
    const summary = await pull();
    expect(summary.newBatches).toBe(3);
    const heads = await anasHeads();
    expect(heads.map(({ seq, h }) => [seq, h]).toSorted()).toEqual(
      [
        [12, twin.h],
        [13, ana.h],
      ].toSorted(),
    );
    expect(new Set(heads.map(({ epoch }) => epoch)).size).toBe(2);
    expect(value(await engine.syncStatus(workspace)).rejected).toMatchObject([
      { problem: 'batch-fork' },
    ]);
    const ids = await readAllIds(engine, workspace);
    for (const id of ['shared8', 'ana2', 'twin4']) expect(ids).toContain(`202611-${id}`);
    twin.writeMany(2, 'more');
    put(twin.batch(13, 14));
    await pull();
    expect((await anasHeads()).map(({ seq }) => seq).toSorted()).toEqual([13, 14]);
  });
});

/** Cuts, repetitions and order of the batches of one stream, which may fork. */
const deliveries = fc.record({
  length: fc.integer({ min: 1, max: 24 }),
  forkAt: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
  twinLength: fc.integer({ min: 1, max: 8 }),
  ranges: fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 40 }), fc.integer({ min: 1, max: 12 })), {
    maxLength: 8,
  }),
  order: fc.infiniteStream(fc.nat({ max: 1_000 })),
});

test(
  'any cut, overlap, repetition and order of a stream’s batches end in the same branches',
  { timeout: 60_000 },
  async () => {
    const root = temporaryFolder();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ length, forkAt, twinLength, ranges, order }) => {
        const ana = new TestDevice({ workspace: 'w', member: 'ana', audience: 'm-ana' });
        ana.writeMany(length, 'ana');
        const twin = forkAt === null ? null : ana.cloneAt(Math.min(forkAt, length - 1));
        twin?.writeMany(twinLength, 'twin');
        const files = [...evenBatches(ana), ...(twin ? evenBatches(twin) : [])];
        for (const [isTwin, from, count] of ranges) {
          const device = isTwin && twin ? twin : ana;
          const first = 1 + (from % device.changes.length);
          files.push(device.batch(first, Math.min(device.changes.length, first + count - 1)));
        }
        const keys = files.map(() => order.next().value ?? 0);
        const shuffled = files.map((file, i) => ({ file, key: keys[i] ?? 0 }));
        const directory = join(root, String((round += 1)));
        const store = await storeWith(
          directory,
          shuffled.toSorted((a, b) => a.key - b.key).map(({ file }) => file),
        );
        const [index] = store.streams.values();
        const ends = (index?.branches ?? []).map(({ h }) => h).toSorted();
        expect(ends).toEqual([...new Set([ana.h, ...(twin ? [twin.h] : [])])].toSorted());
        expect(index?.waiting).toEqual([]);
      }),
      { numRuns: 80 },
    );
  },
);

function evenBatches(device: TestDevice): readonly Uint8Array[] {
  const { length } = device.changes;
  return device.batches(...(length > 3 ? [Math.floor(length / 3), Math.floor(length / 2)] : []));
}

async function storeWith(directory: string, files: readonly Uint8Array[]): Promise<BatchStore> {
  const store = new BatchStore(nodeFileSystem, directory, 'w', () => 0);
  await store.open();
  for (const file of files) {
    const batch = decodeBatch(file, readerTools);
    if (!batch.ok) expect.fail(batch.problem);
    await store.add(file, batch);
  }
  await store.save();
  return store;
}

describe('the index of the store', () => {
  const filled = async (directory: string) => {
    const ana = new TestDevice({ workspace: 'w', member: 'ana', audience: 'm-ana' });
    await storeWith(directory, ana.writeMany(20).batches(5, 9));
    return ana;
  };
  const reopened = async (directory: string): Promise<BatchStore> => {
    const store = new BatchStore(nodeFileSystem, directory, 'w', () => 0);
    await store.open();
    return store;
  };
  const headOf = (store: BatchStore) => {
    const [index] = store.streams.values();
    return index && mainBranch(index).h;
  };

  test.each([
    ['deleted', (path: string) => rmSync(path, { recursive: true })],
    ['cut short', (path: string, name: string) => writeFileSync(join(path, name), '{"v":1,')],
    ['of no sense', (path: string, name: string) => writeFileSync(join(path, name), '{"v":7}')],
  ])('%s is rebuilt from the batches', async (_, spoil) => {
    const directory = temporaryFolder();
    const ana = await filled(directory);
    spoil(join(directory, 'index'), `${ana.stream}-${ana.epoch}.json`);
    expect(headOf(await reopened(directory))).toBe(ana.h);
  });

  test('takes up a batch that a crash kept from it', async () => {
    const directory = temporaryFolder();
    const ana = await filled(directory);
    const store = await reopened(directory);
    ana.writeMany(4, 'later');
    const file = ana.batch(21, 24);
    const batch = decodeBatch(file, readerTools);
    if (!batch.ok) expect.fail(batch.problem);
    // Without the save that would have followed.
    await store.add(file, batch);
    const after = await reopened(directory);
    expect(headOf(after)).not.toBe(ana.h);
    await after.reconcile();
    expect(headOf(after)).toBe(ana.h);
  });

  test('a stored file that went bad is set aside and its place is open again', async () => {
    const directory = temporaryFolder();
    const ana = await filled(directory);
    const store = await reopened(directory);
    const [index] = store.streams.values();
    const second = index?.batches[1];
    if (!index || !second) expect.fail('Three batches are stored.');
    const path = store.pathOf(index, second);
    writeFileSync(path, 'rot');
    await store.rebuild(`${ana.stream}-${ana.epoch}`);
    const [rebuilt] = store.streams.values();
    expect(rebuilt && mainBranch(rebuilt).seq).toBe(5);
    expect(existsSync(`${path}.damaged`)).toBe(true);
    const batch = decodeBatch(ana.batch(6, 9), readerTools);
    if (batch.ok) await store.add(ana.batch(6, 9), batch);
    expect(headOf(store)).toBe(ana.h);
  });
});
