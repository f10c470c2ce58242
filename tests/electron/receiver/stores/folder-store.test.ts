import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreFullError } from '../../../../electron/receiver/receiver-store.ts';
import {
  openFolderStore,
  StoreLockedError,
} from '../../../../electron/receiver/stores/folder/folder-store.ts';
import { nodeFileSystem } from '../../../../electron/sync/file-system.ts';
import { checkFolder } from '../../../../electron/sync/folder/marker.ts';
import { failingFiles } from '../../sync/parts/failing-files.ts';
import { temporaryFolder } from '../../sync/parts/temporary-folder.ts';
import { TestDevice } from '../../sync/parts/test-device.ts';
import { incoming, served, WORKSPACE } from '../parts/incoming.ts';
import { describeReceiverStore } from './contract.ts';

describeReceiverStore('the folder store', async () => {
  const folder = temporaryFolder();
  return { open: () => openFolderStore({ folder }) };
});

const ANA = { workspace: WORKSPACE, member: 'ana', audience: 'm-ana' } as const;
const EVERYTHING = { workspace: WORKSPACE, audiences: null, after: null, limit: 100 } as const;

const batchFiles = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'v1'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.outlog'),
  );

async function openServed(folder: string, nowMs: () => number = Date.now) {
  const store = await openFolderStore({ folder, nowMs });
  await store.claim(served());
  return store;
}

test('what it keeps is a sync folder, and nothing of its own lies in it', async () => {
  const folder = temporaryFolder();
  const store = await openServed(folder);
  const device = new TestDevice(ANA).writeMany(3);
  const put = incoming(device.batch());
  await store.put(put);
  await store.keySeed((count) => new Uint8Array(count));
  expect(await checkFolder(nodeFileSystem, folder, WORKSPACE)).toBeNull();
  expect(batchFiles(folder)).toEqual([
    `${WORKSPACE}/m-ana/${device.stream}-${device.epoch}/202611/b-000000000001-3-${put.sha256.slice(0, 16)}.outlog`,
  ]);
  expect(readdirSync(folder).toSorted()).toEqual(['outlog-folder.json', 'receiver', 'v1']);
  await store.close();
});

test('one process at a time keeps a folder', async () => {
  const folder = temporaryFolder();
  const store = await openServed(folder);
  await expect(openFolderStore({ folder })).rejects.toThrow(StoreLockedError);
  await store.close();
  await (await openFolderStore({ folder })).close();
});

test('a batch that reaches the folder by another road is listed, whatever it is called', async () => {
  const folder = temporaryFolder();
  let nowMs = 0;
  const store = await openServed(folder, () => nowMs);
  const [first, second] = new TestDevice(ANA).writeMany(4).batches(2);
  if (!first || !second) throw new Error('two batches were cut');
  const put = incoming(second);
  expect(await store.put(put)).toMatchObject({ isJoined: false });
  const directory = join(folder, 'v1', WORKSPACE, 'm-ana', 'moved here');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'b-1 (conflicted copy).outlog'), first);
  writeFileSync(join(directory, 'torn.outlog'), first.subarray(0, 80));
  nowMs += 60_000;
  const { items } = await store.list(EVERYTHING);
  expect(items.map(({ sha256 }) => sha256)).toEqual([put.sha256, incoming(first).sha256]);
  expect(await store.put(put)).toMatchObject({ isJoined: true });
  // The same one by the front door is no second one.
  expect(await store.put(incoming(first))).toMatchObject({ kind: 'kept', isJoined: true });
  await store.close();
  const again = await openFolderStore({ folder });
  expect((await again.list(EVERYTHING)).items).toHaveLength(2);
  expect(await again.read(WORKSPACE, incoming(first).sha256, null)).not.toBeNull();
  await again.close();
});

test('a crash between file and arrival leaves a batch that is listed at the next start', async () => {
  const folder = temporaryFolder();
  const store = await openServed(folder);
  const device = new TestDevice(ANA).writeMany(4);
  await store.put(incoming(device.batch(1, 2)));
  await store.close();
  const [found = ''] = batchFiles(folder);
  const later = incoming(device.batch(3, 4));
  const path = join(
    folder,
    'v1',
    dirname(found),
    `b-000000000003-4-${later.sha256.slice(0, 16)}.outlog`,
  );
  writeFileSync(path, later.file);
  const again = await openFolderStore({ folder });
  expect((await again.list(EVERYTHING)).items.map(({ first }) => first)).toEqual([1, 3]);
  await again.close();
});

test('a torn log of arrivals loses nothing, and old cursors begin again', async () => {
  const folder = temporaryFolder();
  const store = await openServed(folder);
  const files = new TestDevice(ANA).writeMany(6).batches(2, 4);
  for (const file of files) await store.put(incoming(file));
  const { next } = await store.list(EVERYTHING);
  await store.close();
  const directory = join(folder, 'receiver', 'arrivals');
  const segment = join(
    directory,
    readdirSync(directory).find((name) => name.endsWith('.arrivals')) ?? '',
  );
  truncateSync(segment, readFileSync(segment).length - 40);
  const again = await openFolderStore({ folder });
  expect((await again.list({ ...EVERYTHING, after: next })).items).toHaveLength(3);
  await again.close();
});

test('a file that was taken away comes back when it is sent again', async () => {
  const folder = temporaryFolder();
  const store = await openServed(folder);
  const put = incoming(new TestDevice(ANA).writeMany(2).batch());
  const receipt = await store.put(put);
  rmSync(join(folder, 'v1', batchFiles(folder)[0] ?? ''));
  expect(await store.read(WORKSPACE, put.sha256, null)).toBeNull();
  expect((await store.list(EVERYTHING)).items).toHaveLength(1);
  expect(await store.put({ ...put, nowMs: 77 })).toEqual(receipt);
  expect(await store.read(WORKSPACE, put.sha256, null)).not.toBeNull();
  await store.close();
});

test.each(['handle.writeFile', 'handle.sync', 'rename', 'handle.appendFile', 'handle.datasync'])(
  'nothing is called kept when %s fails, and the same batch is kept afterwards',
  async (name) => {
    const folder = temporaryFolder();
    let isFull = false;
    const fs = failingFiles((call) =>
      isFull && call.name === name && !call.path.endsWith('lock') ? 'ENOSPC' : null,
    );
    const store = await openFolderStore({ folder, fs });
    await store.claim(served());
    const [first, second] = new TestDevice(ANA).writeMany(4).batches(2);
    if (!first || !second) throw new Error('two batches were cut');
    await store.put(incoming(first));
    isFull = true;
    await expect(store.put(incoming(second))).rejects.toThrow(StoreFullError);
    isFull = false;
    expect(await store.put(incoming(second))).toMatchObject({ kind: 'kept', isJoined: true });
    await store.close();
    const again = await openFolderStore({ folder });
    expect((await again.list(EVERYTHING)).items.map(({ first: seq }) => seq)).toEqual([1, 3]);
    await again.close();
  },
);

test('a folder that is no longer mounted is not made anew', async () => {
  const folder = temporaryFolder();
  const own = temporaryFolder();
  const store = await openFolderStore({ folder, ownDirectory: own });
  await store.claim(served());
  const device = new TestDevice(ANA).writeMany(4);
  await store.put(incoming(device.batch(1, 2)));
  copyFileSync(join(folder, 'outlog-folder.json'), join(own, 'marker'));
  rmSync(folder, { recursive: true });
  await expect(store.put(incoming(device.batch(3, 4)))).rejects.toThrow('ENOENT');
  expect(existsSync(folder)).toBe(false);
  await store.close();
});
