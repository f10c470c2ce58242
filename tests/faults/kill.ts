import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { seededRandom } from '../../shared/random.ts';
import type { Random } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { appendWithoutEnd, foundWorkspace, readOwnChanges } from './page-work.ts';
import type { Found, Position, Workspace } from './page-work.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** How long it writes before the kill: from the very first answers to well past several flushes. */
const KILL_AFTER_MS = { least: 5, most: 220 };

/**
 * `kill -9` of the whole process group while the window writes through its own bridge. After each start
 * every change that had been acknowledged must be in what the app reads back, and at the end in the
 * journal itself, read by another reader, with no break in the chain.
 */
export const kill: Fault = { defaultCount: 100, run };

interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  let done = 0;
  const oneMore = (): void => onProgress(++done);
  const halves = [Math.ceil(count / 2), Math.floor(count / 2)];
  const series = await Promise.all(
    halves.map((kills, index) => runSeries(kills, seededRandom(`${seed}/${index}`), oneMore)),
  );
  const sum = (figure: keyof Series): number =>
    series.reduce((total, each) => total + each[figure], 0);
  const lost = sum('lost');
  const figures = { acknowledged: sum('acknowledged'), chainBreaks: sum('chainBreaks') };
  return {
    name: 'kill',
    count,
    lost,
    figures,
    isGood: lost === 0 && figures.chainBreaks === 0 && figures.acknowledged >= count,
  };
}

interface Series {
  readonly lost: number;
  readonly acknowledged: number;
  readonly chainBreaks: number;
}

/** Kills one user's app again and again. Two users' series run side by side: a start waits more than it works. */
async function runSeries(kills: number, random: Random, onKill: () => void): Promise<Series> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'outlog-kill-'));
  const acknowledged = new Set<string>();
  const seen = new Set<string>();
  let workspace: Workspace | null = null;
  let position: Position | null = null;
  try {
    for (let done = 0; done <= kills; done++) {
      const running = await launch(userData);
      workspace ??= await foundWorkspace(running.page);
      const found: Found = await readOwnChanges(running.page, workspace, position);
      for (const id of found.ids) seen.add(id);
      position = found.position;
      // The last start only verifies.
      if (done === kills) await running.app.close();
      else {
        await writeUntilKilled(running, workspace, random, acknowledged);
        onKill();
      }
    }
    const journal = readJournal(journalIn(userData));
    const kept = new Set(journal.changes.map(({ id }) => id));
    const lost = [...acknowledged].filter((id) => !seen.has(id) || !kept.has(id)).length;
    return { lost, acknowledged: acknowledged.size, chainBreaks: journal.chainBreaks };
  } finally {
    rmSync(userData, { recursive: true, force: true });
  }
}

async function launch(userData: string): Promise<Running> {
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'outlog' in window);
  return { app, page };
}

async function writeUntilKilled(
  { app, page }: Running,
  workspace: Workspace,
  random: Random,
  acknowledged: Set<string>,
): Promise<void> {
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('the app has no process');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  const isWriting = new Promise<void>((resolve) => {
    void page.exposeFunction('acknowledge', (ids: string[]) => {
      for (const id of ids) acknowledged.add(id);
      resolve();
    });
  });
  await page.waitForFunction(() => 'acknowledge' in window);
  await page.evaluate(appendWithoutEnd, {
    ...workspace,
    salt: random.whole(0, 2 ** 40).toString(36),
  });
  await isWriting;
  const afterMs = random.whole(KILL_AFTER_MS.least, KILL_AFTER_MS.most);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  process.kill(-pid, 'SIGKILL');
  await ended;
}

function journalIn(userData: string): string {
  const found = readdirSync(userData, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.journal'),
  );
  if (found === undefined) throw new Error('there is no journal');
  return path.dirname(path.join(userData, found));
}
