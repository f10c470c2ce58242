import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { bareAppend } from './bare-append.ts';
import { PROJECT, msToMark, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { profileOf100k } from './profile.ts';

const ENTRIES = 300;
const WARM_UP = 20;
const LIMIT_P99_MS = 50;
/** About what one logged line takes in the journal. */
const LINE_BYTES = 600;

/**
 * From Enter in the log bar to the frame in which "Saved" stands: the key, the edit, the flush to the
 * disk, the merge into the database and the paint, with 100,000 deliverables in the log.
 */
export async function measureSaved(): Promise<Figure> {
  const copy = path.join(PROJECT, 'out/bench/saved');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await profileOf100k(), copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  try {
    await msToMark(electron, 'today-interactive');
    const samples = await withPage(electron, logEntries);
    const bare = bareAppend(copy, LINE_BYTES, ENTRIES);
    return {
      name: 'saved',
      values: {
        p99Ms: percentile(samples, 0.99),
        p50Ms: percentile(samples, 0.5),
        bareAppendP50Ms: bare.p50Ms,
        bareAppendP99Ms: bare.p99Ms,
        entries: samples.length,
      },
      limited: 'p99Ms',
      limit: LIMIT_P99_MS,
    };
  } finally {
    await stopElectron(electron);
    rmSync(copy, { recursive: true, force: true });
  }
}

async function logEntries(page: Page): Promise<number[]> {
  await page.keyboard.press('l');
  const bar = page.getByRole('combobox', { name: 'Log output' });
  await bar.waitFor();
  await page.evaluate(watchSaved);
  for (let n = 1; n <= WARM_UP + ENTRIES; n++) {
    await bar.fill(`${1 + (n % 9)} Product uploads, ${n % 3} errors, #S-${n}`);
    await bar.press('Enter');
    await page.waitForFunction((wanted) => window.savedMs.length >= wanted, n);
  }
  const samples = await page.evaluate(() => window.savedMs);
  return samples.slice(WARM_UP);
}

declare global {
  interface Window {
    savedMs: number[];
  }
}

/**
 * Runs in the page. Takes the key's own time stamp, given when the browser received it, and the time
 * after the frame in which a new saved line was painted.
 */
function watchSaved(): void {
  window.savedMs = [];
  let pressedMs = Number.NaN;
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') pressedMs = event.timeStamp;
    },
    { capture: true },
  );
  const list = document.querySelector('section[aria-label="Log output"] [role="status"] ul');
  if (!list) throw new Error('there is no place where saved lines are shown');
  new MutationObserver(() => {
    if (Number.isNaN(pressedMs)) return;
    const startedMs = pressedMs;
    pressedMs = Number.NaN;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        window.savedMs.push(performance.now() - startedMs);
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(list, { childList: true });
}
