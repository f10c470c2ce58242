import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { msToMark, spawnElectron, stopElectron } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';
import { profileOf100k } from './profile.ts';

export const EMPTY_WINDOW = 'tests/bench/empty-window';
const ROUNDS = 9;
/** Starts that fill the disk's cache and Chromium's code cache, which is used from the third start on. */
const WARM_UP_ROUNDS = 3;
const LIMIT_RATIO = 1.6;

/**
 * From the spawn to an interactive, painted Today with 100,000 deliverables, beside an empty Electron
 * window from the spawn to its first paint. Both are started in the same way and take turns, so that the
 * machine's moods meet both.
 */
export async function measureStartup(): Promise<Figure> {
  const profile = await profileOf100k();
  const emptyData = mkdtempSync(path.join(os.tmpdir(), 'outlog-empty-window-'));
  const outlogMs: number[] = [];
  const emptyMs: number[] = [];
  try {
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      const empty = await timed(EMPTY_WINDOW, emptyData, 'first-paint');
      const outlog = await timed('.', profile, 'today-interactive');
      if (round < WARM_UP_ROUNDS) continue;
      emptyMs.push(empty);
      outlogMs.push(outlog);
    }
  } finally {
    rmSync(emptyData, { recursive: true, force: true });
  }
  return {
    name: 'startup',
    values: {
      ratio: median(outlogMs) / median(emptyMs),
      outlogMs: median(outlogMs),
      emptyWindowMs: median(emptyMs),
      deliverables: 100_000,
    },
    limited: 'ratio',
    limit: LIMIT_RATIO,
  };
}

async function timed(app: string, userData: string, mark: string): Promise<number> {
  const electron = spawnElectron(app, userData);
  try {
    return await msToMark(electron, mark);
  } finally {
    await stopElectron(electron);
  }
}
