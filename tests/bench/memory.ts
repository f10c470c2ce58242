import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { msToMark, spawnElectron, stopElectron, treeMemoryMb } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { median } from './figures.ts';
import { profileOf100k } from './profile.ts';
import { EMPTY_WINDOW } from './startup.ts';

const ROUNDS = 3;
const LIMIT_EXTRA_MB = 120;

/** What all of Outlog's processes take with 100,000 deliverables, less what an empty window's take. */
export async function measureMemory(): Promise<Figure> {
  const profile = await profileOf100k();
  const emptyData = mkdtempSync(path.join(os.tmpdir(), 'outlog-empty-window-'));
  const outlogMb: number[] = [];
  const emptyMb: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      emptyMb.push(await settledMb(EMPTY_WINDOW, emptyData, 'first-paint'));
      outlogMb.push(await settledMb('.', profile, 'today-interactive'));
    }
  } finally {
    rmSync(emptyData, { recursive: true, force: true });
  }
  return {
    name: 'memory',
    values: {
      extraMb: median(outlogMb) - median(emptyMb),
      outlogMb: median(outlogMb),
      emptyWindowMb: median(emptyMb),
      deliverables: 100_000,
    },
    limited: 'extraMb',
    limit: LIMIT_EXTRA_MB,
  };
}

async function settledMb(app: string, userData: string, mark: string): Promise<number> {
  const electron = spawnElectron(app, userData);
  try {
    await msToMark(electron, mark);
    return treeMemoryMb(electron.pid);
  } finally {
    await stopElectron(electron);
  }
}
