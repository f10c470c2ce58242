import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Outside of Electron its package answers with the path of its executable. */
function electronExecutable(): string {
  const executable: unknown = createRequire(import.meta.url)('electron');
  if (typeof executable !== 'string') throw new Error('electron did not name its executable');
  return executable;
}

export interface ElectronProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Epoch ms just before the process was made. */
  readonly spawnedAtMs: number;
  /** Where its DevTools listen, once they do. */
  readonly endpoint: Promise<string>;
}

const wallClockMs = (): number => performance.timeOrigin + performance.now();

/**
 * Starts an Electron app with nothing watching it but its DevTools port, in a process group of its own.
 * Playwright's own launch would load a module into the main process and be measured with it.
 */
export function spawnElectron(
  app: string,
  userData: string,
  /** A shell line that is run first in the process that becomes the app. */
  enter: string | null = null,
): ElectronProcess {
  const spawnedAtMs = wallClockMs();
  const line = [
    electronExecutable(),
    app,
    `--user-data-dir=${userData}`,
    '--remote-debugging-port=0',
  ];
  const [program = '', ...args] =
    enter === null ? line : ['/bin/sh', '-c', `${enter}; exec "$@"`, 'sh', ...line];
  const child = spawn(program, args, {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (child.pid === undefined) throw new Error('Electron could not be started');
  return { child, pid: child.pid, spawnedAtMs, endpoint: devToolsEndpoint(child) };
}

function devToolsEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr?.on('data', (text: Buffer) => {
      words += text.toString();
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(words)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`Electron ended early:\n${words}`)));
  });
}

/** Ends the app with everything it started. */
export async function stopElectron({ child, pid }: ElectronProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-pid, 'SIGKILL');
  await ended;
}

/** Runs `work` on the app's one page and lets go of it again. */
export async function withPage<T>(
  { endpoint }: ElectronProcess,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = await chromium.connectOverCDP(await endpoint);
  try {
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the app has no page');
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** Connecting costs the page time: nobody looks before this long after the start. */
const UNDISTURBED_MS = 3_000;

/**
 * Ms from the spawn to a performance mark of the page, or to its first paint where that came later: a
 * window is shown when it has painted. The page is left alone until it is well past it; the mark keeps
 * its own time.
 */
export async function msToMark(electron: ElectronProcess, mark: string): Promise<number> {
  await pause(UNDISTURBED_MS);
  return await withPage(electron, async (page) => {
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
    const atMs = await page.evaluate((name) => {
      const marked = performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
      const painted = performance.getEntriesByName('first-paint')[0]?.startTime ?? 0;
      return performance.timeOrigin + Math.max(marked, painted);
    }, mark);
    return atMs - electron.spawnedAtMs;
  });
}

/** Proportional set size of a process and all it started, in MB: what they take from the machine. */
export const treeMemoryMb = (pid: number): number =>
  processTree(pid).reduce((sum, each) => sum + pssKb(each), 0) / 1024;

/** A process and all that it started. */
export function processTree(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): [number, number] => [Number(name), parentOf(Number(name))]);
  const family = new Set([pid]);
  for (let isGrowing = true; isGrowing;) {
    const known = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
    isGrowing = family.size > known;
  }
  return [...family];
}

function parentOf(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  // The name in brackets may hold anything; the parent is the second word after it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

const pssKb = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
