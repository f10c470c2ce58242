import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBatch } from '#shared/stream/batch-decode';
import type { SyncQueue } from '#shared/sync-report';
import { readerTools } from '../../../electron/sync/batch-tools.ts';
import { batchesIn, manager, newFolder } from './parts/logging-manager.ts';
import { codeOf, value } from './parts/test-engine.ts';
import { watchedFolder } from './parts/watched-folder.ts';

const itemsOf = ({ items }: SyncQueue) =>
  items.map(({ audience, isSealed, first, last }) => ({ audience, isSealed, first, last }));

describe('the queue', () => {
  test('has what is not sealed, then the sealed batch, then nothing', async () => {
    const { engine, workspace, memberId, root, log, send } = await manager();
    await log('a', 'b');
    const audience = `m-${memberId}`;
    const before = value(await engine.syncQueue(workspace));
    expect(itemsOf(before)).toContainEqual({ audience, isSealed: false, first: 1, last: 3 });
    await send();
    const sealed = value(await engine.syncQueue(workspace));
    expect(itemsOf(sealed)).toContainEqual({ audience, isSealed: true, first: 1, last: 3 });
    value(await engine.setFolder(workspace, newFolder(root)));
    expect(value(await engine.syncQueue(workspace)).items).toEqual([]);
  });

  test('one item is saved as a file that a reader takes, sealed for it where it was not', async () => {
    const { engine, workspace, root, log } = await manager();
    await log('a');
    const { items } = value(await engine.syncQueue(workspace));
    for (const [i, { key }] of items.entries()) {
      const path = join(root, `item-${i}.outlog`);
      value(await engine.exportItem({ workspace, key }, path));
      const batch = decodeBatch(readFileSync(path), readerTools);
      expect(batch).toMatchObject({ ok: true, header: { first: 1, stream: items[i]?.stream } });
    }
    expect(value(await engine.syncQueue(workspace)).items.every((each) => each.isSealed)).toBe(
      true,
    );
  });

  test('a batch whose file is gone from this computer keeps no other one waiting', async () => {
    const { engine, workspace, memberId, root, log, send } = await manager();
    await log('a');
    await send();
    await log('b');
    await send();
    const own = join('store', 'v1', workspace, `m-${memberId}`);
    const directory = join(root, 'data', 'workspaces', workspace, own);
    const [first = ''] = batchesIn(directory);
    rmSync(join(directory, first));
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    value(await engine.sendNow(workspace));
    value(await engine.sendNow(workspace));
    expect(value(await engine.syncQueue(workspace)).items).toEqual([]);
    const seqs = batchesIn(folder)
      .filter((path) => path.includes(`m-${memberId}`))
      .flatMap((path) => {
        const batch = decodeBatch(readFileSync(join(folder, path)), readerTools);
        return batch.ok ? batch.changes.map(({ seq }) => seq) : [];
      });
    expect(new Set(seqs)).toEqual(new Set([1, 2, 3]));
  });

  test('an item that is no longer there says so', async () => {
    const { engine, workspace, root } = await manager();
    for (const key of [`b-${'0'.repeat(64)}`, `f-${'0'.repeat(32)}`]) {
      const path = join(root, 'nothing.outlog');
      expect(codeOf(await engine.exportItem({ workspace, key }, path))).toBe('file-gone');
      expect(existsSync(path)).toBe(false);
    }
    const key = `f-${'0'.repeat(32)}`;
    expect(codeOf(await engine.retryItem({ workspace, key }))).toBe('file-gone');
    expect(codeOf(await engine.itemPath({ workspace, key }))).toBe('file-gone');
  });
});

describe('a file that was not taken', () => {
  test('is named with whose log it is, saved as it lies, shown where it is, and read again', async () => {
    const { engine, workspace, root, ana, put, pull } = await watchedFolder();
    ana.writeMany(9);
    const [first, second] = ana.batches(5);
    if (!first || !second) expect.fail('Two batches are cut.');
    put(first);
    const path = put(second, 'b-conflicted copy.outlog');
    writeFileSync(path, second.slice(0, 200));
    await pull();
    const { refused } = value(await engine.syncQueue(workspace));
    const [file] = refused;
    expect(refused).toMatchObject([
      { name: 'b-conflicted copy.outlog', problem: 'batch-truncated', memberId: 'ana' },
    ]);
    const item = { workspace, key: file?.key ?? '' };
    expect(value(await engine.itemPath(item))).toBe(path);
    expect(value(await engine.itemName(item))).toBe('b-conflicted copy.outlog');
    const copy = join(root, 'copy.outlog');
    value(await engine.exportItem(item, copy));
    expect(readFileSync(copy)).toEqual(Buffer.from(second.slice(0, 200)));
    writeFileSync(path, second);
    value(await engine.retryItem(item));
    expect(value(await engine.syncQueue(workspace)).refused).toEqual([]);
    expect(readdirSync(join(path, '..'))).toContain('b-conflicted copy.outlog');
  });

  test('one of many keeps no other waiting', async () => {
    const { engine, workspace, ana, put, pull } = await watchedFolder();
    ana.writeMany(29);
    const batches = ana.batches(10, 20);
    for (const batch of batches) put(batch);
    const [first = new Uint8Array()] = batches;
    writeFileSync(put(first, 'aaa-first.outlog'), first.slice(0, 100));
    expect(await pull()).toMatchObject({ newBatches: 3, gaps: [] });
    expect(value(await engine.syncQueue(workspace)).refused.length).toBe(1);
  });
});
