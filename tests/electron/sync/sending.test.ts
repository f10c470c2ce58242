import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failingFiles } from './parts/failing-files.ts';
import { batchesIn, manager, newFolder } from './parts/logging-manager.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';
import { entryEdit, foundWorkspace, seatOf, testEngine, value } from './parts/test-engine.ts';

describe('sending', () => {
  test('without a folder keeps everything in the local store, saved and not sent', async () => {
    const { root, workspace, log, send } = await manager();
    await log('a', 'b');
    const status = await send();
    expect(status).toMatchObject({ target: null, waiting: 'no-folder', unsentCount: 4 });
    expect(status.own.every(({ sentSeq }) => sentSeq === 0)).toBe(true);
    const store = join(root, 'data', 'workspaces', workspace, 'store', 'v1', workspace);
    expect(batchesIn(store)).toHaveLength(2);
  });

  test('brings the same files into the folder, by the paths that the format names', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    await log('a');
    const status = await send();
    expect(status).toMatchObject({ waiting: 'none', unsentCount: 0, oldestUnsentAtMs: null });
    expect(status.own.every(({ sentSeq, savedSeq }) => sentSeq === savedSeq)).toBe(true);
    const store = join(root, 'data', 'workspaces', workspace, 'store');
    expect(batchesIn(folder)).toEqual(batchesIn(store));
    for (const name of batchesIn(folder)) {
      expect(name).toMatch(
        new RegExp(
          `^v1/${workspace}/(team|m-[a-z0-9]+)/[0-9a-f]{32}-[0-9a-f]{8}/\\d{6}/b-\\d{12}-\\d+-[0-9a-f]{16}\\.outlog$`,
        ),
      );
      expect(readFileSync(join(folder, name))).toEqual(readFileSync(join(store, name)));
    }
    expect(JSON.parse(readFileSync(join(folder, 'outlog-folder.json'), 'utf8'))).toEqual({
      format: 'outlog-folder',
      v: 1,
      workspace,
    });
  });

  test('again sends nothing again', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    await log('a');
    await send();
    const before = batchesIn(folder);
    await send();
    expect(batchesIn(folder)).toEqual(before);
  });

  test('says how old the oldest unsent entry is, also after a restart', async () => {
    let nowMs = Date.UTC(2026, 10, 2, 9);
    const root = temporaryFolder();
    const first = await testEngine(root, { nowMs: () => nowMs });
    const entry = await foundWorkspace(first.engine);
    const { memberId } = seatOf(entry);
    nowMs += 60_000;
    const edits = [entryEdit(memberId, 'a')];
    value(await first.engine.append({ workspace: entry.id, memberId, edits }));
    const status = value(await first.engine.syncStatus(entry.id));
    expect(status).toMatchObject({ unsentCount: 3, oldestUnsentAtMs: nowMs - 60_000 });
    await first.engine.close();
    nowMs += 3_600_000;
    const second = await testEngine(root, { nowMs: () => nowMs });
    const later = value(await second.engine.syncStatus(entry.id));
    expect(later.oldestUnsentAtMs).toBe(status.oldestUnsentAtMs);
  });

  test('on closing: what was logged last is in the folder', async () => {
    const { root, engine, workspace, log } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    const before = batchesIn(folder).length;
    await log('last');
    await engine.close();
    expect(batchesIn(folder).length).toBeGreaterThan(before);
  });

  test('256 KiB at once does not wait for the quarter of an hour', async () => {
    const { root, engine, workspace, memberId, statuses } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    const note = 'n'.repeat(30_000);
    const edits = Array.from({ length: 10 }, (_, i) => ({
      ...entryEdit(memberId, `${i}`),
      fields: { note },
    }));
    value(await engine.append({ workspace, memberId, edits }));
    await expect.poll(() => statuses.at(-1)?.unsentCount).toBe(0);
    expect(batchesIn(folder).length).toBeGreaterThan(1);
  });
});

describe('a folder that is changed', () => {
  test('starts fresh: the new one gets everything', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const [first, second] = [newFolder(root, 'first'), newFolder(root, 'second')];
    value(await engine.setFolder(workspace, first));
    await log('a');
    await send();
    await log('b');
    await send();
    const status = value(await engine.setFolder(workspace, second));
    expect(status).toMatchObject({ target: { label: 'second' }, unsentCount: 0 });
    expect(batchesIn(second)).toEqual(batchesIn(first));
  });

  test('chosen from inside means the sync folder itself', async () => {
    const { root, engine, workspace } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    value(await engine.setFolder(workspace, join(folder, 'v1', workspace)));
    expect(engine.folderPath(workspace)).toBe(folder);
  });

  test('is known after a restart, with what was sent', async () => {
    const { root, engine, workspace, log, send } = await manager();
    const folder = newFolder(root);
    value(await engine.setFolder(workspace, folder));
    await log('a');
    const { own } = await send();
    await engine.close();
    const again = await testEngine(join(root, 'data'));
    expect(again.engine.folderPath(workspace)).toBe(folder);
    expect(value(await again.engine.syncStatus(workspace)).own).toEqual(own);
  });
});

test('own unfinished files are swept after an hour, others never', async () => {
  const { root, engine, workspace, log, send } = await manager();
  const folder = newFolder(root);
  value(await engine.setFolder(workspace, folder));
  await log('a');
  await send();
  const directory = dirname(join(folder, batchesIn(folder)[0] ?? ''));
  const [old, fresh, others] = ['.tmp-old', '.tmp-fresh', 'notes.txt'].map((name) =>
    join(directory, name),
  );
  for (const path of [old, fresh, others]) writeFileSync(path ?? '', 'x');
  const longAgo = Date.now() / 1000 - 7_200;
  utimesSync(old ?? '', longAgo, longAgo);
  utimesSync(others ?? '', longAgo, longAgo);
  value(
    await engine.append({
      workspace,
      memberId: value(await engine.syncStatus(workspace)).own[0]?.memberId ?? '',
      edits: [{ audience: 'team', type: 'outcome', id: 'o', fields: { name: 'n' } }],
    }),
  );
  await log('b');
  await send();
  expect(existsSync(old ?? '')).toBe(false);
  expect(statSync(fresh ?? '').size).toBe(1);
  expect(statSync(others ?? '').size).toBe(1);
});

test('a batch that was damaged before it was sent is sealed anew, and never sent as it is', async () => {
  const { root, engine, workspace, log, send } = await manager();
  await log('a', 'b');
  await send();
  const store = join(root, 'data', 'workspaces', workspace, 'store');
  const damaged = batchesIn(store).find((name) => name.includes('/m-')) ?? '';
  const sound = readFileSync(join(store, damaged));
  writeFileSync(join(store, damaged), Buffer.concat([sound.subarray(0, -9), Buffer.alloc(9)]));
  const folder = newFolder(root);
  value(await engine.setFolder(workspace, folder));
  const status = await send();
  expect(status).toMatchObject({ waiting: 'none', unsentCount: 0 });
  expect(readFileSync(join(folder, damaged))).toEqual(sound);
});

test('an age that cannot be read from the disk fails no status', async () => {
  let isBroken = false;
  const fs = failingFiles(({ path }) => (isBroken && path.endsWith('.journal') ? 'EIO' : null));
  const { engine, workspace, log } = await manager({ fs });
  await log('a');
  isBroken = true;
  expect(value(await engine.syncStatus(workspace)).unsentCount).toBe(3);
});

test('what the journal can no longer give is said to be unsent, not passed over', async () => {
  const { root, engine, workspace, log, send } = await manager();
  value(await engine.setFolder(workspace, newFolder(root)));
  await log('a');
  expect(await send()).toMatchObject({ waiting: 'none', unsentCount: 0 });
  await log('b');
  const journal = join(root, 'data', 'workspaces', workspace, 'journal', '000001.journal');
  const bytes = readFileSync(journal);
  writeFileSync(journal, Buffer.concat([bytes.subarray(0, -9), Buffer.alloc(9)]));
  expect(await send()).toMatchObject({ waiting: 'disk-failed', unsentCount: 1 });
});
