import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openView } from '../journeys/steps/fields.ts';
import {
  PROJECT,
  msToMark,
  spawnElectron,
  stopElectron,
  treeMemoryMb,
  withPage,
} from './electron-process.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';
import type { TeamFolder, TeamShape } from './import/team-in-a-folder.ts';
import { historyOf, takeBack, teamInAFolder } from './import/team-in-a-folder.ts';
import { runCalc } from './spreadsheet/calc.ts';
import { writeLogCsv } from './spreadsheet/log-csv.ts';
import { reopenAt } from './team-profile.ts';

/** A million lines: as many as a spreadsheet's sheet holds. */
const SHAPE: TeamShape = { members: 200, changesPerMember: 5_000, days: 730 };
const LEAST_FIRST_RATIO = 1.5;
/** It is opened every day: the median of so many starts. */
const AGAIN_ROUNDS = 5;
const LIMIT_MS = 20 * 60_000;
const ROUTE = 'insights?period=all&in=month';
const DRAWN = '[role=grid][aria-label="Output by member" i] [role=gridcell]';

/**
 * Beside what a manager would use instead: the log of 200 people as CSV in LibreOffice Calc, opened and summed
 * by member and outcome in a pivot, each time anew; and Outlog, which reads the same log once out of the sync
 * folder (from the press of "Import now" to Insights drawn) and then only opens (from the start of its process
 * to Insights drawn, the median of five). The `againRatio` is meant to be at least 20.
 */
export async function measureSpreadsheet(): Promise<Figure> {
  const team = await teamInAFolder(SHAPE);
  const work = mkdtempSync(path.join(tmpdir(), 'outlog-spreadsheet-'));
  try {
    const csv = path.join(work, 'log.csv');
    const nowMs = Date.now();
    const { members } = SHAPE;
    const total = await writeLogCsv(csv, {
      members,
      historyOf: (at) => historyOf(SHAPE, at, nowMs),
    });
    const theirs = await runCalc(csv, work);
    if (theirs === null)
      throw new Error('LibreOffice Calc is not installed: libreoffice-calc-nogui has it');
    if (theirs.total !== total) throw new Error(`Calc summed ${theirs.total} and not ${total}`);
    const ours = await outlogOn(team);
    return {
      name: 'spreadsheet',
      values: {
        firstRatio: theirs.ms / ours.firstMs,
        againRatio: theirs.ms / ours.againMs,
        calcMs: theirs.ms,
        calcMb: theirs.peakMb,
        firstMs: ours.firstMs,
        againMs: ours.againMs,
        againMb: ours.againMb,
        lines: team.changes,
      },
      limited: 'firstRatio',
      limit: LEAST_FIRST_RATIO,
      isLeast: true,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Again {
  readonly againMs: number;
  readonly againMb: number;
}

interface OutlogTimes extends Again {
  readonly firstMs: number;
}

async function outlogOn(team: TeamFolder): Promise<OutlogTimes> {
  const copy = path.join(PROJECT, 'out/bench/spreadsheet');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(team.userData, copy, { recursive: true });
  const names = readdirSync(team.staged);
  try {
    const firstMs = await running(copy, async (page) => await importAndOpen(page, team, names));
    const again: Again[] = [];
    while (again.length < AGAIN_ROUNDS) again.push(await openedAgain(copy));
    const againMs = median(again.map((each) => each.againMs));
    const againMb = median(again.map((each) => each.againMb));
    return { firstMs, againMs, againMb };
  } finally {
    takeBack(team, names);
    rmSync(copy, { recursive: true, force: true });
  }
}

/** From the start of the process to Insights drawn, at which it was left. Nobody looks on meanwhile. */
async function openedAgain(userData: string): Promise<Again> {
  const electron = spawnElectron('.', userData);
  try {
    const againMs = await msToMark(electron, 'insights-drawn');
    await withPage(electron, async (page) => {
      await page.locator(DRAWN).first().waitFor({ timeout: 1_000 });
    });
    return { againMs, againMb: treeMemoryMb(electron.pid) };
  } finally {
    await stopElectron(electron);
  }
}

async function running<T>(userData: string, work: (page: Page) => Promise<T>): Promise<T> {
  const electron = spawnElectron('.', userData);
  try {
    return await withPage(electron, work);
  } finally {
    await stopElectron(electron);
  }
}

async function importAndOpen(
  page: Page,
  team: TeamFolder,
  names: readonly string[],
): Promise<number> {
  await page.getByRole('button', { name: 'Import now' }).waitFor();
  for (const name of names) renameSync(path.join(team.staged, name), path.join(team.inbox, name));
  const startedMs = performance.now();
  await page.getByRole('button', { name: 'Import now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import what has arrived' });
  await dialog
    .getByRole('group', { name: 'New entries', exact: true })
    .waitFor({ timeout: LIMIT_MS });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await openView(page, 'Insights');
  await page.locator(DRAWN).first().waitFor({ timeout: LIMIT_MS });
  const firstMs = performance.now() - startedMs;
  await reopenAt(page, ROUTE);
  await page.locator(DRAWN).first().waitFor({ timeout: LIMIT_MS });
  return firstMs;
}
