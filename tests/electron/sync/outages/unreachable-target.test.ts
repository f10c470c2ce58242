import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEntry } from '#shared/ipc';
import type { Outage } from '#shared/outages/outage';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import type { TestEngine } from '../parts/test-engine.ts';
import { foundWorkspace, testEngine, value } from '../parts/test-engine.ts';
import { newFolder } from '../parts/logging-manager.ts';
import { outagesIn } from './outages-in.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 10, 20, 9);

/** A desk with a sync folder that can be taken away, and a clock that goes on when it is told to. */
async function desk({ hasNetwork = true } = {}) {
  const root = temporaryFolder();
  const folder = newFolder(root);
  const clock = { atMs: START_MS };
  const machine = { bootedAtMs: () => 0, hasNetwork: () => hasNetwork };
  const start = async (): Promise<TestEngine> =>
    await testEngine(join(root, 'data'), { isActive: true, nowMs: () => clock.atMs, machine });
  let { engine } = await start();
  const entry = await foundWorkspace(engine);
  value(await engine.setFolder(entry.id, folder));
  const minutesLater = async (minutes: number): Promise<void> => {
    clock.atMs += minutes * MINUTE_MS;
    await engine.pull(entry.id);
  };
  return {
    entry,
    clock,
    /** Looks at the target every so many minutes. */
    look: async (count: number, everyMinutes = 1): Promise<void> => {
      for (let at = 0; at < count; at += 1) await minutesLater(everyMinutes);
    },
    takeAway: async () => await rename(folder, `${folder}-away`),
    bringBack: async () => await rename(`${folder}-away`, folder),
    outages: async () => await outagesOf(engine, entry),
    restart: async () => {
      await engine.close();
      ({ engine } = await start());
    },
  };
}

async function outagesOf(engine: TestEngine['engine'], entry: WorkspaceEntry): Promise<Outage[]> {
  return (await outagesIn(engine, entry)).toSorted((a, b) => a.fromMs - b.fromMs);
}

test('a target that is away is an outage from the first failure to the first success', async () => {
  const { look, takeAway, bringBack, outages } = await desk();
  await look(2);
  await takeAway();
  await look(5);
  expect(await outages()).toEqual([]);
  await look(2);
  const fromMs = START_MS + 3 * MINUTE_MS;
  await expect
    .poll(outages)
    .toMatchObject([{ kind: 'connection', seenBy: 'unreachable-target', fromMs, toMs: null }]);
  await look(30);
  await bringBack();
  await look(1);
  const toMs = START_MS + 40 * MINUTE_MS;
  await expect.poll(outages).toMatchObject([{ fromMs, toMs, isSure: false, verdict: null }]);
});

test('it is without doubt where this computer was in no network whenever it looked', async () => {
  const { look, takeAway, outages } = await desk({ hasNetwork: false });
  await takeAway();
  await look(8);
  await expect.poll(outages).toMatchObject([{ isSure: true }]);
});

test('less than five minutes is nothing', async () => {
  const { look, takeAway, bringBack, outages } = await desk();
  for (let time = 0; time < 3; time += 1) {
    await takeAway();
    await look(5);
    await bringBack();
    await look(1);
  }
  await look(10);
  expect(await outages()).toEqual([]);
});

test('it goes on over a restart, and ends where the target is there again', async () => {
  const { look, takeAway, bringBack, outages, restart } = await desk();
  await takeAway();
  await look(8);
  await expect.poll(outages).toHaveLength(1);
  await restart();
  await look(1, 60);
  await bringBack();
  await look(1);
  const fromMs = START_MS + MINUTE_MS;
  await expect.poll(outages).toMatchObject([{ fromMs, toMs: START_MS + 69 * MINUTE_MS }]);
});

test('a computer that slept in between knows only of the time before', async () => {
  const { look, takeAway, bringBack, outages } = await desk();
  await takeAway();
  await look(8);
  await expect.poll(outages).toHaveLength(1);
  await bringBack();
  await look(1, 600);
  await expect.poll(outages).toMatchObject([{ toMs: START_MS + 8 * MINUTE_MS }]);
});

test('a network that is not up yet after a night is no outage of that night', async () => {
  const { look, takeAway, bringBack, outages } = await desk();
  await takeAway();
  await look(1);
  await look(1, 600);
  await bringBack();
  await look(8);
  expect(await outages()).toEqual([]);
});
