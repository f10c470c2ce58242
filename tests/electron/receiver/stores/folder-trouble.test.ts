import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { StoreFullError } from '../../../../electron/receiver/receiver-store.ts';
import { openFolderStore } from '../../../../electron/receiver/stores/folder/folder-store.ts';
import { type FileSystem, nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { failingFiles } from '../../sync/parts/failing-files.ts';
import { hangingFiles } from '../../sync/parts/hanging-files.ts';
import { temporaryFolder } from '../../sync/parts/temporary-folder.ts';
import { TestDevice } from '../../sync/parts/test-device.ts';
import { incoming, served, WORKSPACE } from '../parts/incoming.ts';

const ANA = { workspace: WORKSPACE, member: 'ana', audience: 'm-ana' } as const;
const EVERYTHING = { workspace: WORKSPACE, audiences: null, after: null, limit: 100 } as const;
const HASH = 'ab'.repeat(32);

afterEach(() => {
  vi.useRealTimers();
});

const batchFiles = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'v1'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.outlog'))
    .map((name) => join(folder, 'v1', name));

/** Lays a batch there as a sync tool would. */
function lay(folder: string, name: string, file: Uint8Array): void {
  const directory = join(folder, 'v1', WORKSPACE, 'm-ana');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, name), file);
}

test('a file that cannot be read keeps no other from being noticed, nor the store from opening', async () => {
  const folder = temporaryFolder();
  let nowMs = 0;
  const fs = failingFiles(({ name, path }) =>
    path.includes('locked') && name !== 'readdir' ? 'EACCES' : null,
  );
  const store = await openFolderStore({ folder, fs, nowMs: () => nowMs });
  await store.claim(served());
  const [first, second] = new TestDevice(ANA).writeMany(4).batches(2);
  if (!first || !second) throw new Error('two batches were cut');
  lay(folder, 'a locked one.outlog', second);
  lay(folder, 'b.outlog', first);
  nowMs += 60_000;
  expect((await store.list(EVERYTHING)).items).toHaveLength(1);
  await store.close();
  const again = await openFolderStore({ folder, fs, nowMs: () => nowMs });
  expect((await again.list(EVERYTHING)).items).toHaveLength(1);
  await again.close();
});

test('a file that never comes back from the drive keeps nobody waiting for ever', async () => {
  const folder = temporaryFolder();
  let nowMs = 0;
  const fs = hangingFiles((path) => path.includes('online only'));
  const store = await openFolderStore({ folder, fs, nowMs: () => nowMs });
  await store.claim(served());
  lay(folder, 'an online only one.outlog', new TestDevice(ANA).writeMany(1).batch());
  lay(folder, 'b.outlog', new TestDevice({ ...ANA, epoch: '01010101' }).writeMany(1).batch());
  nowMs += 60_000;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const listed = store.list(EVERYTHING);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await listed).items).toHaveLength(1);
  // It is not waited for again.
  nowMs += 60_000;
  expect((await store.list(EVERYTHING)).items).toHaveLength(1);
  vi.useRealTimers();
  await store.close();
});

test('where the drive is away and its place is there, nothing is called kept', async () => {
  const folder = temporaryFolder();
  const ownDirectory = temporaryFolder();
  const store = await openFolderStore({ folder, ownDirectory });
  await store.claim(served());
  const device = new TestDevice(ANA).writeMany(4);
  await store.put(incoming(device.batch(1, 2)));
  const drive = temporaryFolder();
  cpSync(folder, drive, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const later = incoming(device.batch(3, 4));
  await expect(store.put(later)).rejects.toThrow();
  const address = { workspace: WORKSPACE, audience: 'm-ana', hash: HASH };
  const piece = { ...address, piece: `p-01-01-${'0'.repeat(16)}.piece` };
  await expect(store.putPiece(piece, Buffer.from('p'))).rejects.toThrow();
  cpSync(drive, folder, { recursive: true });
  expect(await store.put(later)).toMatchObject({ kind: 'kept', isJoined: true });
  expect(await store.read(WORKSPACE, later.sha256, null)).not.toBeNull();
  await store.putPiece(piece, Buffer.from('p'));
  await store.close();
});

test('a file that a power cut left as zeros is mended by whoever sends it again', async () => {
  const folder = temporaryFolder();
  const store = await openFolderStore({ folder });
  await store.claim(served());
  const put = incoming(new TestDevice(ANA).writeMany(2).batch());
  const receipt = await store.put(put);
  writeFileSync(batchFiles(folder)[0] ?? '', Buffer.alloc(put.file.length));
  expect(await store.put(put)).toEqual(receipt);
  expect(await store.read(WORKSPACE, put.sha256, null)).toEqual(Buffer.from(put.file));
  const bytes = Buffer.from('a piece');
  const address = { workspace: WORKSPACE, audience: 'm-ana', hash: HASH };
  const piece = { ...address, piece: 'p-01-01-ffffffffffffffff.piece' };
  await store.putPiece(piece, bytes);
  const path = join(folder, 'v1', WORKSPACE, 'evidence', 'm-ana', HASH, piece.piece);
  writeFileSync(path, Buffer.alloc(bytes.length));
  await store.putPiece(piece, bytes);
  expect(readFileSync(path)).toEqual(bytes);
  await store.close();
});

test('after an older copy was put back, nobody’s cursor passes by what comes then', async () => {
  const folder = temporaryFolder();
  const copy = temporaryFolder();
  const device = new TestDevice(ANA).writeMany(8);
  const [first, second, third, fourth] = device.batches(2, 4, 6);
  if (!first || !second || !third || !fourth) throw new Error('four batches were cut');
  let store = await openFolderStore({ folder });
  await store.claim(served());
  await store.put(incoming(first));
  await store.close();
  cpSync(folder, copy, { recursive: true });
  store = await openFolderStore({ folder });
  await store.put(incoming(second));
  await store.put(incoming(third));
  const { next } = await store.list(EVERYTHING);
  await store.close();
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  store = await openFolderStore({ folder });
  const ahead = await store.list({ ...EVERYTHING, after: next });
  expect(ahead.items).toHaveLength(1);
  await store.put(incoming(third));
  await store.put(incoming(fourth));
  await store.put(incoming(second));
  const { items } = await store.list({ ...EVERYTHING, after: next });
  expect(items).toHaveLength(4);
  await store.close();
});

test('whoever sends leaves room for whose disk it is, and files stop long before entries', async () => {
  const folder = temporaryFolder();
  let freeMb = 1_000;
  const fs = new Proxy(nodeFileSystem, {
    get: (target, name: keyof FileSystem) =>
      name === 'statfs'
        ? async () => ({ bavail: freeMb * 1_000, bsize: 1_000 })
        : Reflect.get(target, name),
  });
  const store = await openFolderStore({ folder, fs });
  await store.claim(served());
  const [first, second] = new TestDevice(ANA).writeMany(4).batches(2);
  if (!first || !second) throw new Error('two batches were cut');
  const address = { workspace: WORKSPACE, audience: 'm-ana', hash: HASH };
  const putPiece = (digit: string) =>
    store.putPiece({ ...address, piece: `p-01-01-${digit.repeat(16)}.piece` }, Buffer.from('p'));
  await putPiece('1');
  freeMb = 190;
  await expect(putPiece('2')).rejects.toThrow(StoreFullError);
  await store.put(incoming(first));
  freeMb = 120;
  await expect(store.put(incoming(second))).rejects.toThrow(StoreFullError);
  freeMb = 1_000;
  expect(await store.put(incoming(second))).toMatchObject({ kind: 'kept', isJoined: true });
  await store.close();
});
