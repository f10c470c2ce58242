import { createHash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import Papa from 'papaparse';
import { startTeam } from '../journeys/steps/manager.ts';
import { checkTable, runImport } from '../journeys/steps/table-import.ts';
import { PROJECT } from './electron-process.ts';
import type { Figure } from './figures.ts';

const TICKETS = path.join(PROJECT, 'assets/samples/helpdesk-tickets.csv');
const ROWS = 4_580;
const LIMIT_SECONDS = 10;

/**
 * The real tickets from the choice of the file to the last row merged: read, mapped, checked against
 * what is there, journalled, packed and added up. Beside it, the same rows only parsed, hashed in a
 * chain and flushed to the disk.
 */
export async function measureTickets(): Promise<Figure> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'outlog-bench-tickets-'));
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  try {
    const page = await app.firstWindow();
    await startTeam(page, 'Help desk', 'Robin Hale');
    const startedMs = performance.now();
    await checkTable({ app, page }, TICKETS);
    const checkedMs = performance.now();
    await runImport(page);
    const doneMs = performance.now();
    const seconds = (doneMs - startedMs) / 1000;
    return {
      name: 'tickets',
      values: {
        seconds,
        rowsPerSecond: ROWS / seconds,
        checkSeconds: (checkedMs - startedMs) / 1000,
        importSeconds: (doneMs - checkedMs) / 1000,
        bareSeconds: bareSeconds(userData),
        rows: ROWS,
      },
      limited: 'seconds',
      limit: LIMIT_SECONDS,
    };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

function bareSeconds(folder: string): number {
  const startedMs = performance.now();
  const { data } = Papa.parse<Record<string, string>>(readFileSync(TICKETS, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const file = openSync(path.join(folder, 'bare'), 'a');
  let hash = '';
  const lines = data.map((row) => {
    const line = JSON.stringify(row);
    hash = createHash('sha256').update(hash).update(line).digest('hex');
    return `${line}${hash}\n`;
  });
  writeSync(file, lines.join(''));
  fdatasyncSync(file);
  closeSync(file);
  return (performance.now() - startedMs) / 1000;
}
