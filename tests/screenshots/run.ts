import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { foundTeam, openDevice } from '../journeys/steps/distant-device.ts';
import { joinTeam } from '../journeys/steps/assistant.ts';
import { openView } from '../journeys/steps/fields.ts';
import { launchAt, offsetTo } from '../journeys/steps/launch-at.ts';
import type { RunningApp } from '../journeys/steps/launch-at.ts';
import { startTeam } from '../journeys/steps/manager.ts';
import {
  SCREENS,
  closeOverlays,
  openSample,
  setTheme,
  takeSeat,
} from '../journeys/steps/screens.ts';

/** A Thursday, 15:30 in Manila: the same pictures whenever they are taken. */
const THURSDAY_MS = Date.parse('2026-11-19T07:30:00Z');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['Light', 'Dark'] as const;
const SEATS = { manager: 'Robin Hale', assistant: 'Joanna Salcedo' } as const;
const EMPTY_VIEWS = {
  manager: [
    'Overview',
    'Insights',
    'Check-in',
    'Reviews',
    'Strategy',
    'Work',
    'Outcomes',
    'Entries',
    'Quality',
    'SOPs',
    'Team',
    'Import',
    'Sync',
    'Settings',
  ],
  assistant: [
    'Today',
    'Check-in',
    'Work',
    'Entries',
    'Checklists',
    'Wrap up',
    'Reviews',
    'Import',
    'Sync',
    'Settings',
  ],
} as const;

const PROJECT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(PROJECT, 'out/screenshots');
const KEPT = path.join(PROJECT, 'assets/screenshots');
/** What the README shows, by its path below `OUT` and its name there. */
const FOR_README: Readonly<Record<string, string>> = {
  '1366x768/light/sample/assistant-today.png': 'today.png',
  '1366x768/light/sample/assistant-log-bar.png': 'log-bar.png',
  '1366x768/light/sample/assistant-run.png': 'checklist.png',
  '1366x768/light/sample/manager-overview.png': 'overview.png',
  '1366x768/light/sample/manager-insights-output.png': 'insights.png',
  '1366x768/light/sample/manager-review-weekly.png': 'review.png',
  '1366x768/light/sample/manager-strategy.png': 'strategy.png',
  '1366x768/light/sample/manager-work-board.png': 'work.png',
  '1366x768/dark/sample/manager-overview.png': 'overview-dark.png',
  '1366x768/light/sample/manager-sop-insights.png': 'sop-insights.png',
  '1366x768/light/sample/manager-sop-compare.png': 'sop-compare.png',
};

let count = 0;

async function take(page: Page, ...place: readonly string[]): Promise<void> {
  const file = path.join(OUT, ...place.slice(0, -1), `${place.at(-1)}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  count += 1;
}

/** Calls `shoot` in every size and theme with the folder that its pictures belong to. */
async function inEveryLook(
  { app, page }: RunningApp,
  shoot: (size: string, theme: string) => Promise<void>,
): Promise<void> {
  for (const theme of THEMES) {
    await setTheme(page, theme);
    for (const { width, height } of SIZES) {
      await app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
        },
        { width, height },
      );
      await page.waitForFunction((wanted) => innerWidth === wanted, width);
      await shoot(`${width}x${height}`, theme.toLowerCase());
    }
  }
}

async function shootSample(running: RunningApp): Promise<void> {
  const { page } = running;
  await openSample(page);
  for (const who of ['manager', 'assistant'] as const) {
    await takeSeat(page, SEATS[who]);
    const screens = SCREENS.filter((screen) => screen.who === who);
    await inEveryLook(running, async (size, theme) => {
      for (const screen of screens) {
        await screen.open(page);
        await take(page, size, theme, 'sample', screen.name);
        await closeOverlays(page);
      }
    });
  }
}

async function shootEmpty(running: RunningApp, who: 'manager' | 'assistant'): Promise<void> {
  await inEveryLook(running, async (size, theme) => {
    for (const view of EMPTY_VIEWS[who]) {
      await openView(running.page, view);
      const name = `${who}-${view.toLowerCase().replaceAll(' ', '-')}`;
      await take(running.page, size, theme, 'empty', name);
    }
  });
}

/** An invite to a team whose manager has written down nothing but who is in it. */
async function inviteToEmptyTeam(dir: string): Promise<string> {
  const folder = path.join(dir, 'shared');
  const inviteFile = path.join(folder, 'ana.outlog-invite');
  mkdirSync(folder);
  const manager = await openDevice(path.join(dir, 'elsewhere'));
  const assistant = { id: 'ana', name: 'Ana Reyes', zone: 'Asia/Manila' };
  await foundTeam(manager, { folder, inviteFile, assistant, plan: [] });
  await manager.close();
  return inviteFile;
}

async function run(args: readonly string[]): Promise<void> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'outlog-screenshots-'));
  rmSync(OUT, { recursive: true, force: true });
  const clock = { clockOffsetMs: offsetTo(THURSDAY_MS), timeZone: 'Europe/Lisbon' };
  const withApp = async (name: string, work: (running: RunningApp) => Promise<void>) => {
    const running = await launchAt(path.join(root, name), clock);
    try {
      await work(running);
    } finally {
      await running.app.close();
    }
  };
  try {
    await withApp('sample', async (running) => {
      await running.page.getByText('How do you begin?').waitFor();
      await take(running.page, 'welcome');
      await shootSample(running);
    });
    await withApp('manager', async (running) => {
      await startTeam(running.page, 'Cedar Lane Shop', 'Inês Prado');
      await shootEmpty(running, 'manager');
    });
    await withApp('assistant', async (running) => {
      await joinTeam(running, await inviteToEmptyTeam(root), 'Ana Reyes');
      await shootEmpty(running, 'assistant');
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  console.log(`${count} screenshots in ${path.relative(PROJECT, OUT)}`);
  if (!args.includes('--keep')) return;
  mkdirSync(KEPT, { recursive: true });
  for (const [from, name] of Object.entries(FOR_README)) {
    copyFileSync(path.join(OUT, from), path.join(KEPT, name));
  }
  console.log(`${Object.keys(FOR_README).length} of them kept in ${path.relative(PROJECT, KEPT)}`);
}

await run(process.argv.slice(2));
