import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { PROJECT, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { profileOfSops } from './sop-profile.ts';
import { WRITTEN_STEPS, WRITTEN_TITLE } from './sop-library.ts';

const LIMIT_P99_MS = 16;
const WARM_UP = 30;
const KEYS = 400;
/** About ten keys a second, with a pause after every sentence in which the draft is saved. */
const KEY_MS = 100;
const SENTENCE = 40;
const PAUSE_MS = 1_500;

/**
 * Script that the window runs for one key typed into an SOP of 500 steps, from the key to the next one,
 * with 5,000 other SOPs in the plan. What follows when the writing pauses (saving, reading back, checks,
 * the preview) is told beside it. By the browser's own count of script time (`ScriptDuration`), in time
 * that the thread ran: what else the machine does is no script.
 */
export async function measureSopEdit(): Promise<Figure> {
  const copy = path.join(PROJECT, 'out/bench/sop-edit');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await profileOfSops(), copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  try {
    const { scriptMs, longestMs, pauseMs } = await withPage(electron, writeSteps);
    const samples = scriptMs.slice(WARM_UP);
    return {
      name: 'sop-edit',
      values: {
        p99Ms: percentile(samples, 0.99),
        p50Ms: percentile(samples, 0.5),
        worstMs: percentile(samples, 1),
        longestTaskMs: longestMs,
        keys: samples.length,
        pauseP50Ms: percentile(pauseMs, 0.5),
        pauses: pauseMs.length,
        steps: WRITTEN_STEPS,
      },
      limited: 'p99Ms',
      limit: LIMIT_P99_MS,
    };
  } finally {
    await stopElectron(electron);
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Written {
  readonly scriptMs: readonly number[];
  readonly longestMs: number;
  /** What follows from a pause: saving, reading back, checks and the preview. */
  readonly pauseMs: readonly number[];
}

async function writeSteps(page: Page): Promise<Written> {
  const find = page.getByRole('searchbox', { name: 'Find in SOPs' });
  await find.waitFor({ timeout: 60_000 });
  await find.fill(WRITTEN_TITLE);
  await page.getByRole('row', { name: new RegExp(WRITTEN_TITLE) }).click();
  await page.getByRole('heading', { level: 1, name: WRITTEN_TITLE }).waitFor();
  const step = page.getByRole('group', { name: 'Step 3: ' });
  await step.getByRole('button', { name: 'Details of step 3' }).click();
  await step.getByRole('textbox', { name: 'How' }).focus();
  await page.evaluate(watchTasks);
  // What opening the editor left to do is not typing.
  await pause(2_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptMs: number[] = [];
  const pauseMs: number[] = [];
  let beforeMs = await scriptTimeMs(session);
  for (let n = 1; n <= WARM_UP + KEYS; n++) {
    const isEnd = n % SENTENCE === 0;
    await page.keyboard.press(isEnd ? 'Period' : (LETTERS[n % LETTERS.length] ?? 'a'));
    await pause(KEY_MS);
    const afterMs = await scriptTimeMs(session);
    scriptMs.push(afterMs - beforeMs);
    beforeMs = afterMs;
    if (!isEnd) continue;
    await pause(PAUSE_MS);
    beforeMs = await scriptTimeMs(session);
    pauseMs.push(beforeMs - afterMs);
  }
  await page.getByText('All changes saved').waitFor();
  return { scriptMs, longestMs: await page.evaluate(() => window.longestTaskMs), pauseMs };
}

const LETTERS = [...'abcdefghijklm'];

async function scriptTimeMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1_000;
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
