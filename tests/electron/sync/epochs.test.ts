import { cpSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HeadEntry } from '#shared/ipc';
import type { Change } from '#shared/stream/change';
import type { Engine } from '../../../electron/sync/engine.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import {
  entryEdit,
  foundWorkspace,
  readAllIds,
  seatOf,
  testEngine,
  value,
} from './parts/test-engine.ts';

/** A founder who logs into a sync folder, and whose data folder can be copied about. */
async function logger() {
  const root = temporaryFolder();
  const data = join(root, 'data');
  const folder = join(root, 'sync');
  mkdirSync(folder);
  const { engine } = await testEngine(data);
  const entry = await foundWorkspace(engine);
  const { memberId } = seatOf(entry);
  const workspace = entry.id;
  value(await engine.setFolder(workspace, folder));
  const log = async (on: Engine, ...ids: readonly string[]): Promise<readonly Change[]> => {
    const edits = ids.map((id) => entryEdit(memberId, id));
    const { appended } = value(await on.append({ workspace, memberId, edits }));
    return appended.flatMap(({ changes }) => changes);
  };
  const ownHeads = async (on: Engine): Promise<readonly HeadEntry[]> =>
    value(await on.heads(workspace)).filter(({ audience }) => audience !== 'team');
  const journal = join(data, 'workspaces', workspace, 'journal');
  return { root, data, folder, engine, workspace, log, ownHeads, journal };
}

const copyData = (from: string, to: string): void => cpSync(from, to, { recursive: true });

const epochLink = (changes: readonly Change[]) =>
  changes.find(({ type }) => type === 'epoch')?.fields;

describe('a new epoch, linked to the old', () => {
  test('begins where the journal lost what was sent', async () => {
    const { data, engine, workspace, log, ownHeads, journal } = await logger();
    await log(engine, 'a', 'b');
    const size = statSync(join(journal, '000001.journal')).size;
    await log(engine, 'c');
    value(await engine.sendNow(workspace));
    const [before] = await ownHeads(engine);
    await engine.close();
    truncateSync(join(journal, '000001.journal'), size);
    const again = await testEngine(data);
    const changes = await log(again.engine, 'd');
    expect(changes.map(({ type }) => type)).toEqual(['device', 'epoch', 'deliverable']);
    expect(epochLink(changes)).toMatchObject({
      stream: before?.stream,
      previousEpoch: before?.epoch,
      previousSeq: before?.seq,
      previousH: before?.h,
    });
    const ids = await readAllIds(again.engine, workspace);
    for (const id of ['a', 'b', 'c', 'd']) expect(ids).toContain(`202611-${id}`);
  });

  test('begins where the journal is gone altogether', async () => {
    const { data, engine, workspace, log, ownHeads, journal } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    const [before] = await ownHeads(engine);
    await engine.close();
    rmSync(journal, { recursive: true });
    const again = await testEngine(data);
    const changes = await log(again.engine, 'b');
    expect(epochLink(changes)).toMatchObject({ previousSeq: before?.seq, previousH: before?.h });
    const ids = await readAllIds(again.engine, workspace);
    expect(ids).toEqual(expect.arrayContaining(['202611-a', '202611-b']));
    expect((await ownHeads(again.engine)).every(({ isOwn }) => isOwn)).toBe(true);
  });

  test('begins on a copy of the data, so that both can go on', async () => {
    const { root, data, engine, workspace, log, ownHeads } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    const [before] = await ownHeads(engine);
    await engine.close();
    const copy = join(root, 'copy');
    copyData(data, copy);
    const first = await testEngine(data);
    const second = await testEngine(copy);
    await log(first.engine, 'first');
    expect(epochLink(await log(second.engine, 'second'))).toMatchObject({
      previousEpoch: before?.epoch,
    });
    value(await first.engine.sendNow(workspace));
    value(await second.engine.sendNow(workspace));
    value(await first.engine.pull(workspace));
    value(await second.engine.pull(workspace));
    for (const { engine } of [first, second]) {
      const ids = await readAllIds(engine, workspace);
      for (const id of ['a', 'first', 'second']) expect(ids).toContain(`202611-${id}`);
      expect(value(await engine.syncStatus(workspace)).rejected).toEqual([]);
    }
  });

  test('is not begun without a reason', async () => {
    const { data, engine, workspace, log } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    await engine.close();
    const again = await testEngine(data);
    const changes = await log(again.engine, 'b');
    expect(changes.map(({ type, seq }) => [type, seq])).toEqual([['deliverable', 3]]);
  });
});

describe('a data folder restored in place from an older copy', () => {
  test('learns from the folder what it had already sent, and goes on beside it', async () => {
    const { root, data, engine, workspace, log, ownHeads } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    await engine.close();
    const backup = join(root, 'backup');
    copyData(data, backup);
    const second = await testEngine(data);
    await log(second.engine, 'b', 'c');
    value(await second.engine.sendNow(workspace));
    const [sent] = await ownHeads(second.engine);
    await second.engine.close();
    // The same directories, with the files as they were: the place looks unchanged.
    restoreFiles(backup, data);
    const third = await testEngine(data);
    await log(third.engine, 'unaware');
    value(await third.engine.sendNow(workspace));
    value(await third.engine.pull(workspace));
    const changes = await log(third.engine, 'aware');
    expect(epochLink(changes)).toMatchObject({ previousEpoch: sent?.epoch });
    const ids = await readAllIds(third.engine, workspace);
    for (const id of ['a', 'b', 'c', 'unaware', 'aware']) expect(ids).toContain(`202611-${id}`);
    const status = value(await third.engine.sendNow(workspace));
    expect(status.unsentCount).toBe(0);
    const reader = await testEngine(join(root, 'unrelated'));
    expect(reader.engine.workspaces()).toEqual([]);
  });

  test('that wrote past what it had sent before still sends all of it, beside the other', async () => {
    const { root, data, engine, workspace, log } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    await engine.close();
    const backup = join(root, 'backup');
    copyData(data, backup);
    const second = await testEngine(data);
    await log(second.engine, 'b');
    value(await second.engine.sendNow(workspace));
    await second.engine.close();
    restoreFiles(backup, data);
    const third = await testEngine(data);
    await log(third.engine, 'x', 'y', 'z');
    value(await third.engine.pull(workspace));
    const status = value(await third.engine.sendNow(workspace));
    expect(status).toMatchObject({ waiting: 'none', unsentCount: 0 });
    expect(status.rejected).toMatchObject([{ problem: 'batch-fork' }]);
    const ids = await readAllIds(third.engine, workspace);
    for (const id of ['a', 'b', 'x', 'y', 'z']) expect(ids).toContain(`202611-${id}`);
  });

  test('reads what it had written later also where that came before the batch it hangs on', async () => {
    const { root, data, folder, engine, workspace, log, ownHeads } = await logger();
    await log(engine, 'a');
    value(await engine.sendNow(workspace));
    await log(engine, 'b');
    const backup = join(root, 'backup');
    // As it is before quitting seals it.
    copyData(data, backup);
    await engine.close();
    const second = await testEngine(data);
    value(await second.engine.sendNow(workspace));
    const before = batchesIn(folder);
    await log(second.engine, 'c');
    value(await second.engine.sendNow(workspace));
    const [sent] = await ownHeads(second.engine);
    await second.engine.close();
    restoreFiles(backup, data);
    const late = before.filter((path) => !batchesIn(backup).includes(path));
    // What a sync tool brings last: the batch that the restored journal still holds.
    for (const path of late) rmSync(join(folder, path));
    const third = await testEngine(data);
    value(await third.engine.pull(workspace));
    value(await third.engine.sendNow(workspace));
    expect(await ownHeads(third.engine)).toMatchObject([{ seq: sent?.seq, h: sent?.h }]);
    expect(await readAllIds(third.engine, workspace)).toContain('202611-c');
    expect(epochLink(await log(third.engine, 'd'))).toMatchObject({ previousSeq: sent?.seq });
  });
});

const batchesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.outlog'))
    .map((path) => path.slice(path.lastIndexOf('v1/')));

/** Copies file over file, leaving every directory the one it was. */
function restoreFiles(from: string, to: string): void {
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(to, name)).isFile()) rmSync(join(to, name));
  }
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(from, name)).isFile()) cpSync(join(from, name), join(to, name));
  }
}
