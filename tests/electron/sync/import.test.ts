import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHlc } from '#shared/stream/clock';
import { testKey, TestDevice } from './parts/test-device.ts';
import { codeOf, entryEdit, readAllIds, team, testEngine, value } from './parts/test-engine.ts';
import { unreadCounts } from './parts/unread-counts.ts';
import { putBatch, watchedFolder } from './parts/watched-folder.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';

describe('looking into the folder', () => {
  test('takes in what an assistant sent, once, and tells the window', async () => {
    const { manager, assistant, workspace, assistantId } = await team(temporaryFolder());
    const edits = [entryEdit(assistantId, 'a'), entryEdit(assistantId, 'b')];
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
    value(await assistant.engine.sendNow(workspace));
    manager.incoming.length = 0;
    const first = value(await manager.engine.pull(workspace));
    expect(first).toMatchObject({ newBatches: 1, newChanges: 3, rejected: [], gaps: [] });
    expect(manager.incoming).toEqual([workspace]);
    const second = value(await manager.engine.pull(workspace));
    expect(second).toMatchObject({ newBatches: 0, knownBatches: 1, newChanges: 0 });
    expect(manager.incoming).toEqual([workspace]);
    expect(await readAllIds(manager.engine, workspace)).toEqual(
      expect.arrayContaining(['202611-a', '202611-b']),
    );
  });

  test('brings the plan to the assistant, whose next edit is later than anything read', async () => {
    const wrongMs = Date.UTC(2036, 0, 1);
    const root = temporaryFolder();
    const { manager, assistant, workspace, managerId, assistantId } = await team(root);
    await manager.engine.close();
    const late = await testEngine(join(root, 'manager'), { nowMs: () => wrongMs });
    const plan = { audience: 'team', type: 'outcome', id: 'o', fields: { name: 'n' } } as const;
    const [written] = value(
      await late.engine.append({ workspace, memberId: managerId, edits: [plan] }),
    ).appended;
    value(await late.engine.sendNow(workspace));
    value(await assistant.engine.pull(workspace));
    const [answer] = value(
      await assistant.engine.append({
        workspace,
        memberId: assistantId,
        edits: [entryEdit(assistantId, 'a')],
      }),
    ).appended;
    const planHlc = written?.changes.at(-1)?.hlc ?? '';
    expect((answer?.changes.at(-1)?.hlc ?? '') > planHlc).toBe(true);
  });

  test('takes a file under whatever name a sync tool gave it', async () => {
    const { ana, put, pull, anasHeads } = await watchedFolder();
    ana.writeMany(10);
    const [first, second] = ana.batches(5);
    if (first) put(first, 'b-000000000001-5 (conflicted copy of Ana).outlog');
    if (second) put(second, 'recovered file 3');
    expect(await pull()).toMatchObject({ newBatches: 2, newChanges: 11, rejected: [] });
    expect(await anasHeads()).toMatchObject([{ seq: 11, h: ana.h, isOwn: false }]);
  });

  test('tells while it reads how many changes are still to be read', async () => {
    const { engine, workspace, ana, put } = await watchedFolder();
    ana.writeMany(59);
    const cuts = Array.from({ length: 11 }, (_, at) => 5 * (at + 1));
    for (const file of ana.batches(...cuts)) put(file);
    put(Buffer.from('{"format":"outlog-batch","minReader":2}\n'), 'newer.outlog');
    const counts = await unreadCounts({ engine }, workspace, engine.pull(workspace));
    const told = counts.filter((count) => count > 0);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => b - a));
    expect(Math.max(...told)).toBeLessThanOrEqual(60);
    expect(value(await engine.syncStatus(workspace)).unreadCount).toBe(0);
    // What is known is never to be read again.
    const again = await unreadCounts({ engine }, workspace, engine.pull(workspace));
    expect(again.filter((count) => count > 0)).toEqual([]);
  });

  test('a conflicted copy of a file that is known brings nothing and is no fault', async () => {
    const { ana, put, pull } = await watchedFolder();
    const file = ana.writeMany(3).batch();
    put(file);
    await pull();
    put(file, 'copy.outlog');
    expect(await pull()).toMatchObject({ newBatches: 0, knownBatches: 2, rejected: [] });
  });

  test('a file that came short is refused no longer once the same batch came by another name', async () => {
    const { ana, put, pull } = await watchedFolder();
    const file = ana.writeMany(3).batch();
    writeFileSync(put(file), file.subarray(0, 60));
    expect((await pull()).rejected).toMatchObject([{ problem: 'batch-truncated' }]);
    put(file, 'copy.outlog');
    expect(await pull()).toMatchObject({ newBatches: 1 });
    expect((await pull()).rejected).toEqual([]);
  });

  test('ignores what is not Outlog’s: other files, hidden folders, links', async () => {
    const { root, folder, ana, put, pull } = await watchedFolder();
    const path = put(ana.writeMany(2).batch());
    const directory = dirname(path);
    writeFileSync(join(directory, 'holiday.jpg'), 'a picture');
    writeFileSync(join(directory, 'desktop.ini'), '');
    mkdirSync(join(folder, '.stversions'));
    writeFileSync(join(directory, '.tmp-1234'), 'unfinished');
    const outside = join(root, 'outside.outlog');
    writeFileSync(outside, ana.batch());
    symlinkSync(outside, join(directory, 'link.outlog'));
    expect(await pull()).toMatchObject({ newBatches: 1, knownBatches: 0, rejected: [] });
  });

  test('does not read again what it has read', async () => {
    const { ana, put, pull, engine, workspace } = await watchedFolder();
    const good = put(ana.writeMany(2).batch());
    const bad = put(Buffer.from('{"format":"outlog-batch","minReader":2}\n'), 'newer.outlog');
    const inside = join(dirname(good), 'newer.outlog');
    writeFileSync(inside, readFileSync(bad));
    await pull();
    // Same name, size and time: were they opened, the change would show.
    const summary = await pull();
    expect(summary.rejected).toMatchObject([{ name: 'newer.outlog', problem: 'batch-newer' }]);
    const status = value(await engine.syncStatus(workspace));
    expect(status.rejected).toEqual(summary.rejected);
  });

  test('a file that disappears takes nothing away', async () => {
    const { ana, put, pull, engine, workspace } = await watchedFolder();
    const path = put(ana.writeMany(4).batch());
    await pull();
    const before = await readAllIds(engine, workspace);
    rmSync(path);
    expect(await pull()).toMatchObject({ newBatches: 0, rejected: [], gaps: [] });
    expect(await readAllIds(engine, workspace)).toEqual(before);
  });
});

test('a clock beyond all reason in somebody’s log leaves our own as it is', async () => {
  const { ana, put, pull, engine, workspace, memberId } = await watchedFolder();
  ana.write('deliverable', '202611-far', { title: 'far' }, 2 ** 48 - 1);
  put(ana.batch());
  expect(await pull()).toMatchObject({ newBatches: 1 });
  const edits = [entryEdit(memberId, 'a')];
  const { appended } = value(await engine.append({ workspace, memberId, edits }));
  const writtenMs = parseHlc(appended[0]?.changes.at(-1)?.hlc ?? '')?.ms ?? Infinity;
  expect(writtenMs).toBeLessThan(Date.now() + 60_000);
});

describe('a file that is not taken', () => {
  test('cut short is named, and taken when the rest has come', async () => {
    const { ana, put, pull, anasHeads } = await watchedFolder();
    const file = ana.writeMany(30).batch();
    const path = put(file);
    truncateSync(path, file.length - 100);
    const summary = await pull();
    expect(summary).toMatchObject({ newBatches: 0, rejected: [{ problem: 'batch-truncated' }] });
    expect(await anasHeads()).toEqual([]);
    appendFileSync(path, file.subarray(-100));
    expect(await pull()).toMatchObject({ newBatches: 1, rejected: [] });
    expect(await anasHeads()).toMatchObject([{ seq: 31 }]);
  });

  test('damaged is named until it is mended or gone; the others go on', async () => {
    const { ana, put, pull } = await watchedFolder();
    ana.writeMany(30);
    const [first, second] = ana.batches(10);
    const damaged = Buffer.from(first ?? []);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 4;
    const path = put(first ?? damaged);
    writeFileSync(path, damaged);
    put(second ?? damaged);
    const summary = await pull();
    expect(summary).toMatchObject({ newBatches: 1, rejected: [{ problem: 'batch-damaged' }] });
    rmSync(path);
    expect((await pull()).rejected).toEqual([]);
  });

  test('of another workspace, or of an audience that is not ours, is foreign', async () => {
    const { folder, workspace, ana, put, pull } = await watchedFolder();
    const directory = dirname(put(ana.writeMany(1).batch()));
    const stranger = new TestDevice({ workspace: 'other', member: 'ana', audience: 'm-ana' });
    writeFileSync(join(directory, 'other.outlog'), stranger.writeMany(2).batch());
    const summary = await pull();
    expect(summary.rejected).toMatchObject([{ name: 'other.outlog', problem: 'batch-foreign' }]);
    expect(workspace).not.toBe('other');
    expect(folder).not.toBe('');
  });

  test('by a device that nobody invited, or whose proof is another’s, is refused', async () => {
    const { workspace, invite, put, pull, anasHeads } = await watchedFolder();
    const uninvited = new TestDevice({ workspace, member: 'ana', audience: 'm-ana' });
    put(uninvited.writeMany(3).batch(), 'uninvited.outlog');
    const bob = { workspace, member: 'bob', audience: 'm-bob' } as const;
    const borrowed = new TestDevice({ ...bob, epoch: '11111111', key: testKey('bob') });
    const proof = new TestDevice({ ...bob, member: 'ana', invite }).changes[0]?.fields ?? {};
    borrowed.write('device', borrowed.key.keyId, { ...proof, memberId: 'bob' });
    put(borrowed.batch(), 'borrowed.outlog');
    const summary = await pull();
    expect(summary.rejected.map(({ name, problem }) => [name, problem]).toSorted()).toEqual([
      ['borrowed.outlog', 'batch-bad-proof'],
      ['uninvited.outlog', 'batch-unknown-device'],
    ]);
    expect(await anasHeads()).toEqual([]);
  });

  test('of more than a megabyte is not even read', async () => {
    const { ana, put, pull } = await watchedFolder();
    const directory = dirname(put(ana.writeMany(1).batch()));
    writeFileSync(join(directory, 'big.outlog'), Buffer.alloc(5_000_000, '{'));
    expect((await pull()).rejected).toMatchObject([{ problem: 'batch-too-large' }]);
  });
});

describe('an assistant', () => {
  test('reads the team and their own, and nobody else’s', async () => {
    const { assistant, workspace, folder } = await team(temporaryFolder());
    const bob = new TestDevice({ workspace, member: 'bob', audience: 'm-bob' }).writeMany(2);
    putBatch(folder, bob.batch());
    value(await assistant.engine.pull(workspace));
    const audiences = value(await assistant.engine.heads(workspace)).map((each) => each.audience);
    expect(audiences.toSorted()).toEqual(['m-ana', 'team']);
    const byHand = { workspace, name: 'bob.outlog', bytes: new Uint8Array(bob.batch()) };
    const summary = value(await assistant.engine.addBatchBytes(byHand));
    expect(summary.rejected).toMatchObject([{ name: 'bob.outlog', problem: 'batch-foreign' }]);
  });
});

describe('files given by hand', () => {
  test('travel without any folder: exported here, added there', async () => {
    const root = temporaryFolder();
    const { manager, assistant, workspace, assistantId } = await team(root);
    const edits = [entryEdit(assistantId, 'a')];
    value(await assistant.engine.append({ workspace, memberId: assistantId, edits }));
    const [own] = value(await assistant.engine.syncStatus(workspace)).own;
    const path = join(root, 'by-mail.outlog');
    const { stream = '', epoch = '' } = own ?? {};
    const exported = { workspace, stream, epoch, first: 2 };
    expect(value(await assistant.engine.exportBatch(exported, path)).fileName).toBe(
      'by-mail.outlog',
    );
    const added = value(await manager.engine.addBatchFile(workspace, path));
    expect(added).toMatchObject({ newBatches: 1, newChanges: 2 });
    expect(await readAllIds(manager.engine, workspace)).toContain('202611-a');
    const again = value(await manager.engine.addBatchFile(workspace, path));
    expect(again).toMatchObject({ newBatches: 0, knownBatches: 1, rejected: [] });
  });

  test('that are no batches are named, and those that are gone are said to be', async () => {
    const { root, engine, workspace } = await watchedFolder();
    const name = 'letter.txt';
    const bytes = Buffer.from('Dear all');
    const summary = value(await engine.addBatchBytes({ workspace, name, bytes }));
    expect(summary.rejected).toMatchObject([{ name, problem: 'batch-not-outlog' }]);
    const gone = await engine.addBatchFile(workspace, join(root, 'gone.outlog'));
    expect(codeOf(gone)).toBe('file-gone');
    const none = { workspace, stream: 'x', epoch: 'y', first: 1 };
    expect(codeOf(await engine.exportBatch(none, join(root, 'x')))).toBe('file-gone');
  });
});
