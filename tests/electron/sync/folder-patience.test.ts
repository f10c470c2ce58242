import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deliverFile } from '../../../electron/sync/folder/deliver-file.ts';
import { failingFiles } from './parts/failing-files.ts';
import { hangingFiles } from './parts/hanging-files.ts';
import { batchesIn, manager, newFolder } from './parts/logging-manager.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { entryEdit, seatOf, testEngine, value } from './parts/test-engine.ts';
import { watchedFolder } from './parts/watched-folder.ts';

afterEach(() => vi.useRealTimers());

/** Time moves only when the test says so; what the disk does takes as long as it takes. */
const holdTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

describe('a mount that never allows a rename', () => {
  const refusing = failingFiles(({ name, path }) =>
    name === 'rename' && path.includes('.tmp-') ? 'EPERM' : null,
  );
  const bytes = Buffer.from('the bytes of a batch');
  const delivery = (folder: string) => ({
    fs: refusing,
    folder,
    parts: ['v1', 'b.outlog'],
    bytes,
    signal: new AbortController().signal,
    busyForMs: 0,
  });

  test('gets the file under its final name after the time that is given to it', async () => {
    const folder = temporaryFolder();
    await deliverFile(delivery(folder));
    expect(readFileSync(join(folder, 'v1', 'b.outlog'))).toEqual(bytes);
    expect(readdirSync(join(folder, 'v1'))).toEqual(['b.outlog']);
  });

  test('never has a file of that name overwritten', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'v1'));
    writeFileSync(join(folder, 'v1', 'b.outlog'), 'somebody else’s');
    await expect(deliverFile(delivery(folder))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(join(folder, 'v1', 'b.outlog'), 'utf8')).toBe('somebody else’s');
  });
});

describe('an online-only placeholder that does not arrive', () => {
  test('is named as what is waited for, and keeps no other waiting', async () => {
    let isAway = false;
    let tellWaiting = (): void => {};
    const isWaiting = new Promise<void>((resolve) => (tellWaiting = resolve));
    const fs = hangingFiles((path) => {
      const isHanging = isAway && path.includes('placeholder');
      if (isHanging) tellWaiting();
      return isHanging;
    });
    const { ana, put, pull } = await watchedFolder({ fs });
    ana.writeMany(19);
    const [first, second] = ana.batches(10);
    if (!first || !second) expect.fail('Two batches are cut.');
    put(second, 'a-placeholder.outlog');
    put(first);
    isAway = true;
    holdTime();
    const pulling = pull();
    await isWaiting;
    await vi.advanceTimersByTimeAsync(30_000);
    const summary = await pulling;
    vi.useRealTimers();
    expect(summary.newBatches).toBe(1);
    expect(summary.rejected).toMatchObject([
      { name: 'a-placeholder.outlog', problem: 'batch-unreadable' },
    ]);
  });
});

describe('what is logged', () => {
  test('is sealed and sent a quarter of an hour later, without being asked', async () => {
    const root = temporaryFolder();
    const made = await testEngine(join(root, 'data'));
    const entry = value(
      await made.engine.createWorkspace({ name: 'A', memberName: 'B', timeZone: 'UTC' }),
    );
    const { memberId } = seatOf(entry);
    const folder = newFolder(root);
    value(await made.engine.setFolder(entry.id, folder));
    holdTime();
    const edits = [entryEdit(memberId, 'a')];
    value(await made.engine.append({ workspace: entry.id, memberId, edits }));
    const isThere = () => batchesIn(folder).some((path) => path.includes(`m-${memberId}`));
    await vi.advanceTimersByTimeAsync(14.9 * 60_000);
    await made.engine.syncStatus(entry.id);
    expect(isThere()).toBe(false);
    await vi.advanceTimersByTimeAsync(0.2 * 60_000);
    vi.useRealTimers();
    await expect.poll(isThere).toBe(true);
  });
});

test('what a crash left half written in the data folder is swept after an hour', async () => {
  const { engine, root, workspace, log, send } = await manager();
  await log('a');
  const own = join(root, 'data', 'workspaces', workspace);
  const places = [own, join(own, 'journal')];
  for (const place of places) {
    for (const name of ['.tmp-00aa', '.tmp-11bb']) writeFileSync(join(place, name), 'half');
    const longAgo = new Date(Date.now() - 61 * 60_000);
    utimesSync(join(place, '.tmp-00aa'), longAgo, longAgo);
  }
  await send();
  for (const place of places) {
    expect(existsSync(join(place, '.tmp-00aa'))).toBe(false);
    expect(existsSync(join(place, '.tmp-11bb'))).toBe(true);
  }
  await engine.close();
});
