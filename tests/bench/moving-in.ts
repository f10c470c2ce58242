import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { suggestMapping } from '#shared/imports/suggest-mapping';
import { TableSession } from '#shared/imports/table-session';
import { decodeBytes } from '../../renderer/services/table-import/decode-bytes.ts';
import { openView } from '../journeys/steps/fields.ts';
import { startTeam } from '../journeys/steps/manager.ts';
import { chooseInDialog } from '../journeys/steps/native-dialogs.ts';
import { PROJECT } from './electron-process.ts';
import type { Figure } from './figures.ts';
import { bigCsv, bigWorkbook } from './moving-in/big-tables.ts';

const ROWS = 100_000;
const LIMIT_SECONDS = 60;
const STEP_LIMIT_MS = 600_000;

/**
 * 100,000 rows of another tool. The limit is for what the worker does with a workbook of them: unpacked,
 * read, recognised, profiled and drafted. Beside it the same of a CSV, and the CSV's whole way in the real
 * window, to the last row merged.
 */
export async function measureMovingIn(): Promise<Figure> {
  const csv = bigCsv(ROWS);
  const csvRead = readSeconds(new TextEncoder().encode(csv));
  const workbookRead = readSeconds(bigWorkbook(ROWS));
  return {
    name: 'moving-in',
    values: {
      workbookSeconds: workbookRead.seconds,
      csvSeconds: csvRead.seconds,
      workbookHeapMb: workbookRead.heapMb,
      csvHeapMb: csvRead.heapMb,
      ...(await importSeconds(csv)),
      rows: ROWS,
    },
    limited: 'workbookSeconds',
    limit: LIMIT_SECONDS,
  };
}

/** In processor time: other work on the machine is nobody's reading. */
function readSeconds(bytes: Uint8Array): { readonly seconds: number; readonly heapMb: number } {
  const started = process.cpuUsage();
  const session = new TableSession(decodeBytes);
  const opened = session.open(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const { value: outline } = opened;
  const mapping = suggestMapping(outline.profiles, {
    fileName: 'tasks.csv',
    rowCount: outline.rowCount,
    zone: 'Asia/Manila',
    memberId: 'robin',
    isOwnOnly: false,
    currencyDigits: 2,
    outcomes: [],
    meanings: outline.meanings,
  });
  const { draftCount, problemCount } = session.draft(mapping, 'clickup~bench');
  if (draftCount !== ROWS || problemCount > 0)
    throw new Error(`${draftCount} of ${ROWS} rows read`);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1_000_000;
  return { seconds, heapMb: process.memoryUsage().heapUsed / 1024 / 1024 };
}

async function importSeconds(csv: string): Promise<Readonly<Record<string, number>>> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'outlog-bench-moving-in-'));
  const file = path.join(userData, 'tasks.csv');
  writeFileSync(file, csv);
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(STEP_LIMIT_MS);
    await startTeam(page, 'Listings', 'Robin Hale');
    await openView(page, 'Import');
    await chooseInDialog(app, file);
    const startedMs = performance.now();
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await page.getByText(/rows? can be imported/).waitFor();
    const readMs = performance.now();
    await page.getByRole('button', { name: 'Check the import' }).click();
    await page.getByRole('group', { name: 'New', exact: true }).waitFor();
    const checkedMs = performance.now();
    await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Imported' }).waitFor();
    return {
      windowReadSeconds: (readMs - startedMs) / 1000,
      windowCheckSeconds: (checkedMs - readMs) / 1000,
      windowSaveSeconds: (performance.now() - checkedMs) / 1000,
    };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
