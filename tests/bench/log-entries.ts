import type { Page } from '@playwright/test';

const WARM_UP = 20;

/** Logs lines on Today; ms from each Enter to the frame in which "Saved" stands. */
export async function logEntries(page: Page, count: number): Promise<number[]> {
  await page.keyboard.press('l');
  const bar = page.getByRole('combobox', { name: 'Log output' });
  await bar.waitFor();
  await page.evaluate(watchSaved);
  for (let n = 1; n <= WARM_UP + count; n++) {
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
