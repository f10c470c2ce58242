import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bareAppend } from './bare-append.ts';
import { PROJECT, msToMark, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { percentile } from './figures.ts';
import { logEntries } from './log-entries.ts';
import { profileOf100k } from './profile.ts';

const ENTRIES = 300;
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
    const samples = await withPage(electron, (page) => logEntries(page, ENTRIES));
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
