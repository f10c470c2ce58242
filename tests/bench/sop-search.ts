import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { PROJECT, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { LIBRARY_SOPS } from './sop-library.ts';
import { profileOfSops } from './sop-profile.ts';

const LIMIT_MS = 30;
/** Typed letter by letter: titles, words of steps, a reference, what is not there, a slip. */
const TYPED = [
  'larkspur',
  'bank statement',
  'refund amount',
  'manila 4711',
  'carrier scan',
  'quayside returns desk',
  'zzz',
  'recieve',
  'screenshot phone',
  'overdue invoice',
];
/** Nobody types faster than this. */
const KEY_MS = 90;

/**
 * From a key in the search field to the frame that shows what it found, among 5,000 SOPs with their
 * steps. The words are read beforehand, off the window's thread; how long that took is told beside it.
 */
export async function measureSopSearch(): Promise<Figure> {
  const copy = path.join(PROJECT, 'out/bench/sop-search');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await profileOfSops(), copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  try {
    const { samples, readyMs } = await withPage(electron, typeQueries);
    return {
      name: 'sop-search',
      values: {
        ms: percentile(samples, 0.95),
        p50Ms: percentile(samples, 0.5),
        worstMs: percentile(samples, 1),
        readyMs,
        keys: samples.length,
        sops: LIBRARY_SOPS,
      },
      limited: 'ms',
      limit: LIMIT_MS,
    };
  } finally {
    await stopElectron(electron);
    rmSync(copy, { recursive: true, force: true });
  }
}

async function typeQueries(
  page: Page,
): Promise<{ readonly samples: readonly number[]; readonly readyMs: number }> {
  const field = page.getByRole('searchbox', { name: 'Find in SOPs' });
  await field.waitFor({ timeout: 60_000 });
  const startedMs = performance.now();
  // A word of one step alone is found once all words are read.
  await field.fill('slipped comma');
  await page
    .getByText(/^step \d+:/)
    .first()
    .waitFor({ timeout: 60_000 });
  const readyMs = performance.now() - startedMs;
  await page.evaluate(watchFound);
  for (const query of TYPED) {
    await field.fill('');
    await pause(KEY_MS * 3);
    await page.evaluate(() => {
      window.foundMs.isCounting = true;
    });
    for (const key of query) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await pause(KEY_MS);
    }
    await page.evaluate(() => {
      window.foundMs.isCounting = false;
    });
  }
  const samples = await page.evaluate(() => window.foundMs.samples);
  return { samples, readyMs };
}

declare global {
  interface Window {
    foundMs: { samples: number[]; isCounting: boolean };
  }
}

/**
 * Runs in the page. From the key's own time stamp to the paint after the last change of the list that it
 * brought before the next key: the answer of the search, not the first letter's echo.
 */
function watchFound(): void {
  const held: Window['foundMs'] = { samples: [], isCounting: false };
  window.foundMs = held;
  let pressedMs = Number.NaN;
  let paintedMs = Number.NaN;
  addEventListener(
    'keydown',
    (event) => {
      if (!Number.isNaN(pressedMs) && !Number.isNaN(paintedMs)) {
        held.samples.push(paintedMs - pressedMs);
      }
      pressedMs = held.isCounting ? event.timeStamp : Number.NaN;
      paintedMs = Number.NaN;
    },
    { capture: true },
  );
  const view = document.querySelector('main');
  if (!view) throw new Error('there is no view');
  new MutationObserver(() => {
    if (Number.isNaN(pressedMs)) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        paintedMs = performance.now();
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(view, { childList: true, subtree: true, characterData: true });
}
