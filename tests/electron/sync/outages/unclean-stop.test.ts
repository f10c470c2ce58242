import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Machine } from '../../../../electron/sync/outages/machine.ts';
import { temporaryFolder } from '../parts/temporary-folder.ts';
import { foundWorkspace, testEngine, value } from '../parts/test-engine.ts';
import { outagesIn } from './outages-in.ts';

const CHILD = path.join(import.meta.dirname, '../../../faults/append-child.ts');
const MINUTE_MS = 60_000;
const LATER_MS = 98 * MINUTE_MS;

/** A computer that started so long before now. */
const machine = (upMs: number): Machine => ({
  bootedAtMs: (nowMs) => nowMs - upMs,
  hasNetwork: () => true,
});

/** Runs the engine in a process of its own until it is killed in the middle of its writing. */
async function runAndKill(dir: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dir, 'a'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdout.resume();
  await expect.poll(() => heartbeatIn(dir)?.state, { timeout: 20_000 }).toBe('running');
  child.kill('SIGKILL');
  await ended;
}

function heartbeatFile(dir: string): string | undefined {
  const workspaces = path.join(dir, 'workspaces');
  const names = existsSync(workspaces) ? readdirSync(workspaces) : [];
  return names
    .filter((name) => !name.startsWith('.'))
    .map((name) => path.join(workspaces, name, 'heartbeat.json'))
    .find((file) => existsSync(file));
}

function heartbeatIn(dir: string): { state: string; aliveAtMs: number } | null {
  const file = heartbeatFile(dir);
  return file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'));
}

/** Starts again later, and answers when what the start brought with it is on disk. */
async function startAgain(dir: string, { laterMs = LATER_MS, upMs = 7 * 86_400_000 } = {}) {
  const nowMs = (): number => Date.now() + laterMs;
  const started = await testEngine(dir, { isActive: true, nowMs, machine: machine(upMs) });
  const [entry] = started.engine.workspaces();
  if (!entry) expect.fail('The workspace is gone.');
  value(await started.engine.heads(entry.id));
  await expect.poll(() => heartbeatIn(dir)?.aliveAtMs).toBeGreaterThan(Date.now() + laterMs / 2);
  return { ...started, entry, outages: await outagesIn(started.engine, entry) };
}

test('a run that was killed shows at the next start, as something only the member can explain', async () => {
  const dir = temporaryFolder();
  await runAndKill(dir);
  const killedAtMs = Date.now();
  const { outages, incoming, entry } = await startAgain(dir);
  expect(outages).toMatchObject([
    { kind: 'power', seenBy: 'unclean-stop', isSure: false, verdict: null },
  ]);
  const [outage] = outages;
  // From the last change in the journal, which is later than the last heartbeat.
  expect(Math.abs((outage?.fromMs ?? 0) - killedAtMs)).toBeLessThan(MINUTE_MS);
  expect((outage?.toMs ?? 0) - (outage?.fromMs ?? 0)).toBeGreaterThan(LATER_MS - MINUTE_MS);
  expect(incoming).toContain(entry.id);
});

test('where the computer started anew meanwhile, there is no doubt, and it ended with that start', async () => {
  const dir = temporaryFolder();
  await runAndKill(dir);
  const { outages } = await startAgain(dir, { upMs: 8 * MINUTE_MS });
  expect(outages).toMatchObject([{ isSure: true }]);
  const [outage] = outages;
  const lengthMs = (outage?.toMs ?? 0) - (outage?.fromMs ?? 0);
  expect(Math.abs(lengthMs - (LATER_MS - 8 * MINUTE_MS))).toBeLessThan(MINUTE_MS);
});

test('it is written down once, however often the program starts', async () => {
  const dir = temporaryFolder();
  await runAndKill(dir);
  const first = await startAgain(dir);
  await first.engine.close();
  const second = await startAgain(dir, { laterMs: 3 * LATER_MS });
  expect(first.outages).toHaveLength(1);
  expect(second.outages).toEqual(first.outages);
});

test.each([
  ['a start soon after', { laterMs: 2 * MINUTE_MS }],
  ['a clock that was set back', { laterMs: -3 * LATER_MS }],
  ['an absence of weeks', { laterMs: 40 * 86_400_000 }],
])('%s is no outage', async (_what, start) => {
  const dir = temporaryFolder();
  await runAndKill(dir);
  const nowMs = (): number => Date.now() + start.laterMs;
  const { engine } = await testEngine(dir, { isActive: true, nowMs, machine: machine(1e12) });
  const [entry] = engine.workspaces();
  if (!entry) expect.fail('The workspace is gone.');
  value(await engine.heads(entry.id));
  await engine.close();
  expect(heartbeatIn(dir)?.state).toBe('closed');
  const again = await testEngine(dir);
  expect(await outagesIn(again.engine, entry)).toEqual([]);
});

test('a plain quit is no outage, nor is a session that was ended or a crash that could still say so', async () => {
  for (const end of ['close', 'ending'] as const) {
    const dir = temporaryFolder();
    const first = await testEngine(dir, { isActive: true, machine: machine(1e12) });
    await foundWorkspace(first.engine);
    await expect.poll(() => heartbeatIn(dir)?.state).toBe('running');
    await first.engine[end]();
    expect(heartbeatIn(dir)?.state).toBe(end === 'close' ? 'closed' : 'ended');
    await first.engine.close();
    const { outages } = await startAgain(dir);
    expect(outages).toEqual([]);
  }
});

test("another computer's past is not this one's: a copied data folder begins without one", async () => {
  const dir = temporaryFolder();
  await runAndKill(dir);
  const file = heartbeatFile(dir) ?? '';
  writeFileSync(file, JSON.stringify({ ...heartbeatIn(dir), place: 'another computer' }));
  expect((await startAgain(dir)).outages).toEqual([]);
});
