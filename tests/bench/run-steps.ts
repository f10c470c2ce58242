import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openView } from '../journeys/steps/fields.ts';
import { PROJECT, msToMark, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { LONG_SOP_KINDS, LONG_SOP_STEPS, LONG_SOP_TITLE } from './long-sop.ts';
import { profileOf100k } from './profile.ts';

const WARM_UP = 20;
const LIMIT_P99_MS = 50;

/**
 * A procedure of 500 steps answered by keyboard, from the key that answers a step to the frame in which
 * "Saved" stands: the key, the next step on screen, the edit, the flush to the disk and the paint, while
 * the answers before it are merged, with 100,000 deliverables in the log.
 */
export async function measureRun(): Promise<Figure> {
  const copy = path.join(PROJECT, 'out/bench/run');
  rmSync(copy, { recursive: true, force: true });
  cpSync(await profileOf100k(), copy, { recursive: true });
  const electron = spawnElectron('.', copy);
  try {
    await msToMark(electron, 'today-interactive');
    const { savedMs, shownMs } = await withPage(electron, answerEveryStep);
    const saved = savedMs.slice(WARM_UP);
    const shown = shownMs.slice(WARM_UP);
    return {
      name: 'run',
      values: {
        p99Ms: percentile(saved, 0.99),
        p50Ms: percentile(saved, 0.5),
        worstMs: percentile(saved, 1),
        nextStepP99Ms: percentile(shown, 0.99),
        lastHundredP50Ms: percentile(saved.slice(-100), 0.5),
        steps: savedMs.length,
      },
      limited: 'p99Ms',
      limit: LIMIT_P99_MS,
    };
  } finally {
    await stopElectron(electron);
    rmSync(copy, { recursive: true, force: true });
  }
}

interface Samples {
  readonly savedMs: readonly number[];
  /** From the key to the frame that shows what it did. */
  readonly shownMs: readonly number[];
}

/** The last key of each answers the step. */
const KEYS: Readonly<Record<(typeof LONG_SOP_KINDS)[number], readonly string[]>> = {
  tick: ['Space'],
  number: ['4', '2', 'Enter'],
  text: ['o', 'k', 'Enter'],
  choice: ['1'],
  date: ['t'],
};

async function answerEveryStep(page: Page): Promise<Samples> {
  await openView(page, 'Checklists');
  await page.getByRole('button', { name: `Start “${LONG_SOP_TITLE}”` }).click();
  await page.getByRole('heading', { level: 1, name: LONG_SOP_TITLE }).waitFor();
  await page.evaluate(watchAnswers);
  for (let index = 0; index < LONG_SOP_STEPS; index++) {
    const kind = LONG_SOP_KINDS[index % LONG_SOP_KINDS.length] ?? 'tick';
    await page.waitForFunction(
      (title) => document.querySelector('h2')?.textContent === title,
      `Check account ${index + 1} against its statement`,
    );
    for (const key of KEYS[kind]) await page.keyboard.press(key);
    await page.waitForFunction((wanted) => window.answeredMs.length >= wanted, index + 1);
    // What was chosen stays in sight until it is left.
    if (kind === 'choice') await page.keyboard.press('Enter');
  }
  await page.getByText('Every step is done').waitFor();
  return await page.evaluate(() => ({ savedMs: window.answeredMs, shownMs: window.movedMs }));
}

declare global {
  interface Window {
    answeredMs: number[];
    movedMs: number[];
  }
}

/**
 * Runs in the page. Takes the time stamp of the key that began a save, given when the browser received it,
 * and the times after the frames in which the save had begun and in which "Saved" was painted.
 */
function watchAnswers(): void {
  window.answeredMs = [];
  window.movedMs = [];
  let pressedMs = Number.NaN;
  let savingMs = Number.NaN;
  addEventListener('keydown', (event) => (pressedMs = event.timeStamp), { capture: true });
  const state = document.querySelector('[data-saving]');
  if (!state) throw new Error('there is no place where the run says that it is saved');
  new MutationObserver(() => {
    const saving = state.getAttribute('data-saving');
    const isBegun = saving === 'saving' && Number.isNaN(savingMs);
    const isDone = saving === 'saved' && !Number.isNaN(savingMs);
    if (!isBegun && !isDone) return;
    if (isBegun) savingMs = pressedMs;
    const startedMs = savingMs;
    if (isDone) savingMs = Number.NaN;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        (isDone ? window.answeredMs : window.movedMs).push(performance.now() - startedMs);
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(state, { attributes: true, attributeFilter: ['data-saving'] });
}
