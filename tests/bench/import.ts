import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { figureOf } from '../journeys/steps/manager.ts';
import type { ElectronProcess } from './electron-process.ts';
import {
  PROJECT,
  msToMark,
  spawnElectron,
  stopElectron,
  treeMemoryMb,
  withPage,
} from './electron-process.ts';
import type { Figure } from './figures.ts';
import type { RawRow } from './import/raw-rows.ts';
import { rawRows, writeRawRows } from './import/raw-rows.ts';
import type { TeamFolder, TeamShape } from './import/team-in-a-folder.ts';
import { historyOf, teamInAFolder } from './import/team-in-a-folder.ts';

const MEMBERS = 200;
const DAYS = 730;
/** Of each member at most: 200,000 in all are enough for IndexedDB to merge its files behind what is written. */
const RAW_ROWS_EACH = 1_000;
const MEMORY_EVERY_MS = 400;
const IMPORT_LIMIT_MS = 20 * 60_000;
/** As many changes a second as IndexedDB alone writes rows, this many times over. */
const LEAST_RATIO = 6;

/**
 * The logs of 200 people, as files that appear in the sync folder of a manager's running app, until all of
 * them are verified, kept, merged and summed: the real app, its real files, at three sizes. Beside it, in
 * the same window, before and after, what IndexedDB alone writes of all members' records as rows with three
 * indexes: all of them where they are few, else 200,000 of the same spread into an empty store. A million would
 * take the longer the more are there, so the ratio is rather too low than too high.
 */
export async function measureImport(): Promise<Figure> {
  const small = await importOnce(50);
  const middle = await importOnce(500);
  const large = await importOnce(5_000);
  return {
    name: 'import',
    values: {
      ratio: large.ratio,
      peakMb: large.peakMb,
      longestTaskMs: large.longestTaskMs,
      changesPerS: large.changesPerS,
      rawPerS: large.rawPerS,
      importMs: large.importMs,
      changes: large.changes,
      changesPerS10k: small.changesPerS,
      changesPerS100k: middle.changesPerS,
      peakMb100k: middle.peakMb,
    },
    limited: 'ratio',
    limit: LEAST_RATIO,
    isLeast: true,
  };
}

interface Imported {
  readonly changes: number;
  readonly importMs: number;
  readonly changesPerS: number;
  readonly rawPerS: number;
  readonly ratio: number;
  /** Above what the app took before anything came. */
  readonly peakMb: number;
  /** The longest that the window's thread was busy in one task meanwhile. */
  readonly longestTaskMs: number;
}

async function importOnce(changesPerMember: number): Promise<Imported> {
  const shape: TeamShape = { members: MEMBERS, changesPerMember, days: DAYS };
  const team = await teamInAFolder(shape);
  const copy = path.join(PROJECT, 'out/bench/import');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(team.userData, copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  const moved = readdirSync(team.staged);
  try {
    await msToMark(electron, 'first-paint');
    return await withPage(electron, async (page) => await importInto(page, electron, team, moved));
  } finally {
    await stopElectron(electron);
    for (const name of moved) moveBack(team, name);
    rmSync(copy, { recursive: true, force: true });
  }
}

async function importInto(
  page: Page,
  electron: ElectronProcess,
  team: TeamFolder,
  audiences: readonly string[],
): Promise<Imported> {
  const rawBefore = await writeRawRows(page, teamRows(team.changes));
  await letGoOfGarbage(page);
  const idleMb = treeMemoryMb(electron.pid);
  const memory = watchMemory(electron.pid);
  await page.evaluate(watchTasks);
  const startMs = performance.now();
  for (const name of audiences) renameSync(inStaged(team, name), inInbox(team, name));
  await page.getByRole('button', { name: 'Import now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import what has arrived' });
  await dialog
    .getByRole('group', { name: 'New entries', exact: true })
    .waitFor({ timeout: IMPORT_LIMIT_MS });
  const importMs = performance.now() - startMs;
  const peakMb = memory.stop() - idleMb;
  const longestTaskMs = await page.evaluate(() => window.longestTaskMs);
  const newEntries = Number((await figureOf(dialog, 'New entries')).replaceAll(',', ''));
  if (newEntries < team.changes * 0.9) throw new Error(`only ${newEntries} entries arrived`);
  const rawAfter = await writeRawRows(page, teamRows(team.changes));
  const changesPerS = (team.changes / importMs) * 1_000;
  const rawMs = rawBefore.tookMs + rawAfter.tookMs;
  const rawPerS = ((rawBefore.rows + rawAfter.rows) / rawMs) * 1_000;
  return {
    changes: team.changes,
    importMs,
    changesPerS,
    rawPerS,
    ratio: changesPerS / rawPerS,
    peakMb,
    longestTaskMs,
  };
}

const inStaged = ({ staged }: TeamFolder, name: string): string => path.join(staged, name);
const inInbox = ({ inbox }: TeamFolder, name: string): string => path.join(inbox, name);

function moveBack(team: TeamFolder, name: string): void {
  try {
    renameSync(inInbox(team, name), inStaged(team, name));
  } catch {
    // It was never moved.
  }
}

/** The same kind of records as rows of their own, of every member. */
function teamRows(changes: number): Iterable<RawRow> {
  const changesPerMember = Math.min(changes / MEMBERS, RAW_ROWS_EACH);
  const shape: TeamShape = { members: MEMBERS, changesPerMember, days: DAYS };
  const untilMs = Date.now();
  return rawRows(Array.from({ length: MEMBERS }, (_, at) => historyOf(shape, at, untilMs)));
}

/** What the rows left in the window's heap would make the import seem to take less than it does. */
async function letGoOfGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

function watchMemory(pid: number): { readonly stop: () => number } {
  let peakMb = 0;
  const look = (): void => {
    peakMb = Math.max(peakMb, treeMemoryMb(pid));
  };
  const timer = setInterval(look, MEMORY_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return peakMb;
    },
  };
}

declare global {
  interface Window {
    longestTaskMs: number;
  }
}

/** Runs in the page. */
function watchTasks(): void {
  window.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.longestTaskMs = Math.max(window.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask' });
}
