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
 * steps: the median of a hundred keys, with the 95th beside it. A space at the end asks nothing new. The words
 * are read beforehand, off the window's thread; how long that took is told beside it, too.
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
        ms: percentile(samples, 0.5),
        p95Ms: percentile(samples, 0.95),
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
    // The last answer may be slow; it counts none the less.
    await pause(KEY_MS * 5);
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
 * Runs in the page. From the key's own time stamp to the paint after the last change of the view that
 * follows the answer to what was asked at that key or later, and before the next answer: a slow answer
 * counts for every key that waited for it, and an answer that changes nothing counts when it is there.
 */
function watchFound(): void {
  const held: Window['foundMs'] = { samples: [], isCounting: false };
  window.foundMs = held;
  const asked = new Map<number, readonly number[]>();
  const heard = new WeakSet<Worker>();
  // Methods: a name given to a function of its own would need a part of the compiler in the page.
  const watch = {
    waiting: new Array<number>(),
    /** Keys that have their answer, until the next one: what it changes may be drawn a little later. */
    answered: new Array<number>(),
    paintedMs: 0,
    tell(): void {
      held.samples.push(...this.answered.map((pressedMs) => this.paintedMs - pressedMs));
      this.answered = [];
    },
    awaitPaint(): void {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          this.paintedMs = performance.now();
        });
        port1.start();
        port2.postMessage(null);
      });
    },
    hear(worker: Worker): void {
      if (heard.has(worker)) return;
      heard.add(worker);
      worker.addEventListener('message', ({ data }: MessageEvent<{ readonly call: number }>) => {
        const keys = asked.get(data.call);
        if (!keys) return;
        asked.delete(data.call);
        this.tell();
        this.answered = [...keys];
        this.awaitPaint();
      });
    },
    ask(worker: Worker, call: number): void {
      this.hear(worker);
      asked.set(call, this.waiting);
      this.waiting = [];
    },
  };
  addEventListener(
    'keydown',
    (event) => {
      watch.tell();
      if (held.isCounting) watch.waiting.push(event.timeStamp);
    },
    { capture: true },
  );
  // oxlint-disable-next-line typescript/unbound-method -- called on its worker
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (
    request: { readonly call?: number; readonly query?: string },
    ...rest: []
  ): void {
    if (request.call !== undefined && request.query !== undefined) watch.ask(this, request.call);
    Reflect.apply(post, this, [request, ...rest]);
  };
  const view = document.querySelector('main');
  if (!view) throw new Error('there is no view');
  new MutationObserver(() => {
    if (watch.answered.length > 0) watch.awaitPaint();
  }).observe(view, { childList: true, subtree: true, characterData: true });
}
