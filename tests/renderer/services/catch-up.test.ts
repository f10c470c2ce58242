import 'fake-indexeddb/auto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { closeProjection, currentProjection } from '../../../renderer/data/current.ts';
import { findEntries } from '../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { useDeliveryMarks } from '../../../renderer/data/delivery-marks.ts';
import {
  catchUp,
  collectMerged,
  continueCatchUp,
  stopCatchUp,
} from '../../../renderer/services/catch-up.ts';
import type { Merged } from '../../../renderer/services/merge-streams.ts';
import { pauseMerge, resumeMerge } from '../../../renderer/services/merge-pause.ts';
import { closeSession, openSession } from '../../../renderer/services/open-session.ts';
import { save } from '../../../renderer/services/save.ts';
import { acknowledge } from '../../../renderer/services/receipts.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { useSession } from '../../../renderer/state/session.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { snapshotOf } from '../data/snapshot.ts';
import type { Desk } from './desks.ts';
import type { TestComputer } from '../support/engine-bridge.ts';
import { openComputer } from '../support/engine-bridge.ts';
import { NOW_MS, doneEdit, edit, invited, managerDesk, must, sitDown } from './desks.ts';

let manager: Desk;

beforeEach(async () => {
  manager = await managerDesk();
});

async function logALot(count: number): Promise<Snapshot> {
  const edits = Array.from({ length: count }, (_, at) =>
    doneEdit('ana', `p${at}`, { quantity: at }),
  );
  must(await save(edits));
  return await snapshotOf(currentProjection());
}

describe('a database that', () => {
  test('vanished is rebuilt from the journal', async () => {
    const before = await logALot(400);
    const { name } = currentProjection();
    closeProjection();
    manager.idb.deleteDatabase(name);
    await sitDown(manager);
    expect(await snapshotOf(currentProjection())).toEqual(before);
  });

  test('lacks the last changes catches up', async () => {
    const before = await logALot(20);
    await manager.computer.engine.append({
      workspace: manager.entry.id,
      memberId: manager.memberId,
      edits: [doneEdit('ana', 'behind')],
    });
    must(await catchUp());
    const after = await snapshotOf(currentProjection());
    expect(Object.keys(after.records).length).toBe(Object.keys(before.records).length + 1);
  });

  test.each([
    ['is ahead of the journal', { seq: 9_999 }],
    ['holds another history', { h: 'b'.repeat(64) }],
  ])('%s is rebuilt', async (_, lie) => {
    const before = await logALot(5);
    await currentProjection().cursors.toCollection().modify(lie);
    await currentProjection().deliverables.clear();
    must(await catchUp());
    expect(await snapshotOf(currentProjection())).toEqual(before);
  });

  test('is behind, and whose history is another, is rebuilt', async () => {
    const before = await logALot(5);
    await currentProjection()
      .cursors.toCollection()
      .modify({ seq: 1, h: 'b'.repeat(64) });
    must(await catchUp());
    expect(await snapshotOf(currentProjection())).toEqual(before);
  });

  test('knows a stream that nobody else knows is rebuilt', async () => {
    const before = await logALot(5);
    const cursor = await currentProjection().cursors.toCollection().first();
    if (cursor) await currentProjection().cursors.put({ ...cursor, key: 'stray', stream: 'stray' });
    must(await catchUp());
    expect(await snapshotOf(currentProjection())).toEqual(before);
  });

  test('lost a table on the way is rebuilt', async () => {
    const before = await logALot(5);
    await currentProjection()
      .cursors.toCollection()
      .modify({ seq: 1, h: 'c'.repeat(64) });
    currentProjection().close();
    must(await catchUp());
    expect(await snapshotOf(currentProjection())).toEqual(before);
  });

  test('loses its files while it is open is rebuilt, however often', async () => {
    const before = await logALot(5);
    for (let time = 0; time < 2; time += 1) {
      const db = currentProjection();
      await Promise.all(db.tables.map(async (table) => await table.clear()));
      db.backendDB().onclose?.(new Event('close'));
      await expect.poll(async () => await snapshotOf(currentProjection())).toEqual(before);
    }
  });

  test('was left by a newer program is rebuilt', async () => {
    const before = await logALot(5);
    const { name } = currentProjection();
    currentProjection().close();
    await versionOf(name, 990);
    await sitDown(manager);
    expect(await snapshotOf(currentProjection())).toEqual(before);
    expect(currentProjection().verno).toBeLessThan(99);
  });

  test('can neither be opened nor made anew is said to be so, and nothing is lost', async () => {
    await logALot(5);
    closeSession();
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    Dexie.dependencies.indexedDB = refusing;
    const opened = await openSession(manager.entry, manager.memberId);
    expect(opened).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    await sitDown(manager);
    expect((await findEntries({})).total).toBe(5);
  });
});

test('another seat in the middle of merging neither loses nor rebuilds anything', async () => {
  await logALot(150);
  await currentProjection().delete();
  must(await openSession(manager.entry, manager.memberId));
  const first = catchUp();
  must(await openSession(manager.entry, manager.memberId));
  must(await first);
  must(await catchUp());
  expect(useSession.getState().failure).toBeNull();
  expect((await findEntries({})).total).toBe(150);
});

test('nothing is merged and nobody is asked twice where nothing changed', async () => {
  await logALot(5);
  const heads = must(await manager.computer.bridge.heads({ workspace: manager.entry.id }));
  const caughtUp = must(await catchUp(heads));
  expect(caughtUp.tally).toEqual({ newEntries: 0, changedEntries: 0, sameEntries: 0 });
});

test('saving while catching up loses nothing and rebuilds nothing', async () => {
  await logALot(100);
  const { name } = currentProjection();
  closeProjection();
  manager.idb.deleteDatabase(name);
  must(await openSession(manager.entry, manager.memberId));
  const saves = Array.from(
    { length: 10 },
    async (_, at) => await save([doneEdit('ana', `s${at}`)]),
  );
  expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
  must(await catchUp());
  const { records } = await snapshotOf(currentProjection());
  expect(Object.keys(records).filter((key) => key.includes('/deliverable/'))).toHaveLength(110);
});

describe('what is missing', () => {
  const LEFT = 300;
  const entries = async (): Promise<number> => (await findEntries({})).total;

  beforeEach(async () => {
    await logALot(1);
    const { engine } = manager.computer;
    const edits = Array.from({ length: LEFT }, (_, at) => doneEdit('ana', `left${at}`));
    const { entry, memberId } = manager;
    must(await engine.append({ workspace: entry.id, memberId, edits }));
  });

  test('waits once it was stopped until somebody asks for it', async () => {
    const running = catchUp();
    stopCatchUp();
    must(await running);
    expect(useSession.getState().merge).toMatchObject({ phase: 'stopped', done: 0, total: LEFT });
    must(await catchUp());
    expect(await entries()).toBe(1);
    must(await continueCatchUp());
    expect(await entries()).toBe(1 + LEFT);
    expect(useSession.getState().merge.phase).toBe('idle');
  });

  test('waits while it is paused, an entry that is saved meanwhile is kept, and then all of it is there', async () => {
    pauseMerge();
    const running = catchUp();
    await expect.poll(() => useSession.getState().merge.isPaused).toBe(true);
    const saved = save([doneEdit('ana', 'meanwhile')]);
    expect((await saved).ok).toBe(true);
    expect(await entries()).toBe(1);
    resumeMerge();
    must(await running);
    must(await catchUp());
    expect(await entries()).toBe(1 + LEFT + 1);
  });

  test('can be stopped while it is paused', async () => {
    pauseMerge();
    const running = catchUp();
    await expect.poll(() => useSession.getState().merge.isPaused).toBe(true);
    stopCatchUp();
    must(await running);
    expect(useSession.getState().merge).toMatchObject({ phase: 'stopped', isPaused: false });
    must(await continueCatchUp());
    expect(await entries()).toBe(1 + LEFT);
  });
});

describe('between two computers', () => {
  test('a plan travels to the assistant and a log to the manager, with a summary and receipts', async () => {
    const ana = await invited(manager);
    await sitDown(ana);
    must(await pullNow());
    expect((await readPlan()).members.map(({ name }) => name)).toEqual(['Ana', 'Mara']);
    must(await save([doneEdit('ana', 'a', { quantity: 5 }), doneEdit('ana', 'b')]));
    must(await sendNow());

    const { tally, refused } = await arrivedAt(manager);
    expect(tally).toMatchObject({ newEntries: 2, changedEntries: 0 });
    expect(refused).toEqual([]);
    const again = must(await pullNow());
    expect(again).toMatchObject({ newBatches: 0, newEntries: 0 });

    await sitDown(ana);
    const own = useSession
      .getState()
      .sync?.own.find(({ audience }) => audience === memberAudience('ana'));
    const key = `${own?.stream}-${own?.epoch}`;
    // Receipts are sent by themselves, and nobody waits for them.
    const received = async (): Promise<number | undefined> => {
      must(await pullNow());
      return useDeliveryMarks.getState().received.get(key);
    };
    await expect.poll(received).toBeGreaterThanOrEqual(3);
  });

  test('receipts come to rest: nobody answers an answer', async () => {
    const ana = await invited(manager);
    await sitDown(ana);
    must(await save([doneEdit('ana', 'a')]));
    must(await sendNow());
    const counts: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (const desk of [manager, ana]) {
        await sitDown(desk);
        must(await pullNow());
        must(await acknowledge());
        must(await sendNow());
      }
      const heads = must(await ana.computer.engine.heads(ana.entry.id));
      counts.push(heads.reduce((sum, { seq }) => sum + seq, 0));
    }
    expect(counts[2]).toBe(counts[1]);
    expect(counts[3]).toBe(counts[1]);
  });

  test('an assistant who edits the plan is refused by the manager, by name', async () => {
    const ana = await invited(manager);
    await sitDown(ana);
    must(await pullNow());
    const { engine } = await promotedByHand(ana);
    const edits = [edit('team', 'outcome', 'o1', { name: 'Less work' }), doneEdit('ana', 'a')];
    must(await engine.append({ workspace: ana.entry.id, memberId: 'ana', edits }));
    must(await engine.sendNow(ana.entry.id));
    const { tally, refused } = await arrivedAt(manager);
    expect(refused).toEqual([{ reason: 'not-manager', memberId: 'ana', count: 1 }]);
    expect(tally.newEntries).toBe(1);
    expect((await readPlan()).outcomes).toEqual([]);
  });

  test('the same log gives both the same entries and totals', async () => {
    const ana = await invited(manager);
    await sitDown(ana);
    must(
      await save(
        Array.from({ length: 40 }, (_, at) => doneEdit('ana', `p${at}`, { quantity: at / 10 })),
      ),
    );
    must(await sendNow());
    const hers = await snapshotOf(currentProjection());
    await sitDown(manager);
    must(await pullNow());
    const his = await snapshotOf(currentProjection());
    expect(his.rollups).toEqual(hers.rollups);
  });
});

/** The assistant's computer after she made herself a manager in its files. */
async function promotedByHand({ computer, entry }: Desk): Promise<TestComputer> {
  closeSession();
  await computer.engine.close();
  const file = path.join(computer.dir, 'workspaces', entry.id, 'workspace.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"seat": "assistant"', '"seat": "manager"'));
  const promoted = await openComputer({ nowMs: () => NOW_MS, dir: computer.dir });
  onTestFinished(() => promoted.close());
  return promoted;
}

/** What somebody finds who sits down and looks: a computer that runs may have fetched some by itself. */
async function arrivedAt(desk: Desk): Promise<Merged> {
  const collected = collectMerged();
  await sitDown(desk);
  must(await pullNow());
  return collected.finish();
}

/** Raises a database's version, as a newer program's migration does. */
async function versionOf(name: string, version: number): Promise<void> {
  const request = manager.idb.open(name, version);
  await new Promise((resolve, reject) => {
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
  request.result.close();
}
