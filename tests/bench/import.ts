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
import type { RawRow, RawWriting } from './import/raw-rows.ts';
import { rawRows, writeRawRows } from './import/raw-rows.ts';
import type { TeamFolder, TeamShape } from './import/team-in-a-folder.ts';
import { historyOf, takeBack, teamInAFolder } from './import/team-in-a-folder.ts';

const MEMBERS = 200;
const DAYS = 730;
/** Asking a process for its memory holds it up: seldom enough to be no part of what is measured. */
const MEMORY_EVERY_MS = 1_000;
const IMPORT_LIMIT_MS = 20 * 60_000;
/** As many changes a second as IndexedDB alone writes rows, this many times over. */
const LEAST_RATIO = 6;

/**
 * The logs of 200 people, as files that appear in the sync folder of a manager's running app, until all of
 * them are verified, kept, merged and summed: the real app, its real files, at three sizes. Beside it, before
 * and after, what IndexedDB alone writes of the same records as rows with three indexes: in windows of their
 * own, since it goes on for long clearing away what was written.
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

interface Imports {
  readonly changes: number;
  readonly importMs: number;
  readonly changesPerS: number;
  /** Above what the app took before anything came. */
  readonly peakMb: number;
  /** The longest that the window's thread was busy in one task meanwhile. */
  readonly longestTaskMs: number;
}

interface Imported extends Imports {
  readonly rawPerS: number;
  readonly ratio: number;
}

async function importOnce(changesPerMember: number): Promise<Imported> {
  const shape: TeamShape = { members: MEMBERS, changesPerMember, days: DAYS };
  const team = await teamInAFolder(shape);
  const rawBefore = await rawAlone(shape);
  const moved = readdirSync(team.staged);
  const work = async (page: Page, electron: ElectronProcess): Promise<Imports> =>
    await importInto(page, electron, team, moved);
  const imports = await inApp(team.userData, work).finally(() => takeBack(team, moved));
  const rawAfter = await rawAlone(shape);
  const rawMs = rawBefore.tookMs + rawAfter.tookMs;
  const rawPerS = ((rawBefore.rows + rawAfter.rows) / rawMs) * 1_000;
  return { ...imports, rawPerS, ratio: imports.changesPerS / rawPerS };
}

/** The app on a copy of somebody's user data, or on none. */
async function inApp<T>(
  userData: string | null,
  work: (page: Page, electron: ElectronProcess) => Promise<T>,
): Promise<T> {
  const copy = path.join(PROJECT, 'out/bench/import');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  if (userData !== null) cpSync(userData, copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  try {
    await msToMark(electron, 'first-paint');
    return await withPage(electron, async (page) => await work(page, electron));
  } finally {
    await stopElectron(electron);
    rmSync(copy, { recursive: true, force: true });
  }
}

const rawAlone = async (shape: TeamShape): Promise<RawWriting> =>
  await inApp(null, async (page) => await writeRawRows(page, teamRows(shape)));

async function importInto(
  page: Page,
  electron: ElectronProcess,
  team: TeamFolder,
  audiences: readonly string[],
): Promise<Imports> {
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
  const changesPerS = (team.changes / importMs) * 1_000;
  return {
    changes: team.changes,
    importMs,
    changesPerS,
    peakMb,
    longestTaskMs,
  };
}

const inStaged = ({ staged }: TeamFolder, name: string): string => path.join(staged, name);
const inInbox = ({ inbox }: TeamFolder, name: string): string => path.join(inbox, name);

/** The same records as rows of their own, of every member. */
function teamRows(shape: TeamShape): Iterable<RawRow> {
  const untilMs = Date.now();
  return rawRows(Array.from({ length: MEMBERS }, (_, at) => historyOf(shape, at, untilMs)));
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
