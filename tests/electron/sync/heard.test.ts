import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DeviceStanding } from '#shared/sync-report';
import { testEngine, value } from './parts/test-engine.ts';
import { watchedFolder } from './parts/watched-folder.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 9);
const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

async function anasDesk() {
  let nowMs = NOW_MS;
  const made = await watchedFolder({ nowMs: () => nowMs });
  const { ana, engine, workspace, put, pull } = made;
  const standing = async (): Promise<DeviceStanding | undefined> =>
    value(await engine.syncPeers(workspace)).devices.find(({ keyId }) => keyId === ana.key.keyId);
  const setTime = (ms: number) => {
    nowMs = ms;
  };
  /** Ana writes at a time of her own clock, and it arrives. */
  const arrive = async (
    type: string,
    fields: Readonly<Record<string, string | number>>,
    atMs: number,
  ) => {
    const { seq } = ana.write(type, `202611-${ana.changes.length}`, fields, atMs);
    put(ana.batch(seq, seq));
    await pull();
  };
  put(ana.batch());
  await pull();
  return { ...made, standing, setTime, arrive };
}

describe('a colleague’s device', () => {
  test('was last heard of when something new of it arrived, also after a restart', async () => {
    const { engine, root, workspace, ana, standing, setTime, arrive, pull } = await anasDesk();
    expect((await standing())?.heardAtMs).toBe(NOW_MS);
    setTime(NOW_MS + HOUR_MS);
    await pull();
    expect((await standing())?.heardAtMs).toBe(NOW_MS);
    await arrive('deliverable', { title: 'x' }, NOW_MS);
    expect((await standing())?.heardAtMs).toBe(NOW_MS + HOUR_MS);
    await engine.close();
    const again = await testEngine(join(root, 'data'));
    const { devices } = value(await again.engine.syncPeers(workspace));
    expect(devices).toMatchObject([{ keyId: ana.key.keyId, heardAtMs: NOW_MS + HOUR_MS }]);
  });

  test('whose entries come from what is still to come here has a clock that is ahead', async () => {
    const { standing, arrive } = await anasDesk();
    await arrive('deliverable', { title: 'x' }, NOW_MS + 7 * 60_000);
    expect((await standing())?.offset).toEqual({ atLeastMs: 7 * 60_000, atMostMs: null });
  });

  test('of which only late entries came may be behind, or they were long on their way: not known', async () => {
    const { standing, arrive } = await anasDesk();
    await arrive('deliverable', { title: 'x' }, NOW_MS - 3 * HOUR_MS);
    const offset = (await standing())?.offset;
    expect(offset?.atMostMs).toBeNull();
    expect(offset?.atLeastMs).toBeLessThan(0);
  });

  test('that says when it had read an entry of ours is known from both sides', async () => {
    const { engine, workspace, log, send, standing, setTime, arrive } = await anasDesk();
    setTime(NOW_MS + 1);
    await log('ours');
    await send();
    const own = value(await engine.syncStatus(workspace)).own.at(-1);
    if (!own) expect.fail('The founder writes a stream.');
    setTime(NOW_MS + 60 * SECOND_MS);
    const streamKey = `${own.stream}-${own.epoch}`;
    // It read between what it was written at, and now; by its clock it was two hours earlier.
    const readAtMs = NOW_MS + 30 * SECOND_MS - 2 * HOUR_MS;
    const receipt = { streamKey, memberId: 'ana', seq: own.savedSeq, h: '', atMs: readAtMs };
    await arrive('receipt', receipt, readAtMs);
    expect((await standing())?.offset).toEqual({
      atLeastMs: -2 * HOUR_MS - 30 * SECOND_MS,
      atMostMs: -2 * HOUR_MS + 30 * SECOND_MS - 1,
    });
  });
});

test('where a stream stands is told with its holes and branches', async () => {
  const { engine, workspace, ana, put, pull } = await watchedFolder();
  ana.writeMany(19);
  const [first, , third] = ana.batches(5, 12);
  if (!first || !third) expect.fail('Three batches are cut.');
  put(first);
  put(third);
  await pull();
  const twin = ana.cloneAt(4).writeMany(3, 'twin');
  put(twin.batch(5, 7));
  await pull();
  const { streams } = value(await engine.syncPeers(workspace));
  expect(streams.find(({ keyId }) => keyId === ana.key.keyId)).toMatchObject({
    memberId: 'ana',
    audience: 'm-ana',
    isOwn: false,
    gaps: [{ firstMissing: 8, lastMissing: 12 }],
    branchCount: 2,
  });
});
