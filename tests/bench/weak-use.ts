import type { Page } from '@playwright/test';
import { openView } from '../journeys/steps/fields.ts';
import type { ElectronProcess } from './electron-process.ts';
import {
  msToMark,
  spawnElectron,
  stopElectron,
  treeMemoryMb,
  withPage,
} from './electron-process.ts';
import { logEntries } from './log-entries.ts';
import { median } from './figures.ts';

const ENTRIES = 30;
const VISITS = 5;

export interface WeakFigures {
  /** From the spawn to an interactive Today. */
  readonly startMs: number;
  /** From Enter in the log bar to the painted "Saved". */
  readonly logMs: number;
  /** From another view back to an interactive Today. */
  readonly todayMs: number;
  readonly memoryMb: number;
}

/** One start of the app with its use: the same on a free machine and on a weak one. */
export async function useOnce(userData: string, enter: string | null): Promise<WeakFigures> {
  const electron = spawnElectron('.', userData, enter);
  try {
    const startMs = await msToMark(electron, 'today-interactive');
    return await withPage(electron, async (page) => {
      const todayMs = await visitToday(page);
      const logMs = median(await logEntries(page, ENTRIES));
      return { startMs, logMs, todayMs, memoryMb: memoryOf(electron) };
    });
  } finally {
    await stopElectron(electron);
  }
}

const memoryOf = ({ pid }: ElectronProcess): number => treeMemoryMb(pid);

async function visitToday(page: Page): Promise<number> {
  await page.evaluate(markClicks);
  const samples: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    await openView(page, 'Entries');
    const before = await page.evaluate(readyCount);
    await openView(page, 'Today');
    await page.waitForFunction(
      (known) => performance.getEntriesByName('today-interactive').length > known,
      before,
    );
    samples.push(await page.evaluate(clickToReadyMs));
  }
  return median(samples);
}

/** Runs in the page: each click leaves its own time. */
function markClicks(): void {
  addEventListener(
    'click',
    ({ timeStamp }) => {
      performance.mark('clicked', { startTime: timeStamp });
    },
    { capture: true },
  );
}

const readyCount = (): number => performance.getEntriesByName('today-interactive').length;

function clickToReadyMs(): number {
  const [clicked, ready] = ['clicked', 'today-interactive'].map((name) =>
    performance.getEntriesByName(name).at(-1),
  );
  return (ready?.startTime ?? Number.NaN) - (clicked?.startTime ?? Number.NaN);
}
