import type { Page } from '@playwright/test';
import { memberHistory } from './member-history.ts';
import type { HistoryShape } from './member-history.ts';

/** Each row has a `key`, and is indexed by `day`, `outcomeId` and `completedAtMs`. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Handed to the page at once; a thousand of them are a transaction. */
const ROWS_AT_ONCE = 10_000;

/** What members wrote as rows of their own, one after the other; a change to what is there is its whole row again. */
export function* rawRows(members: Iterable<HistoryShape>): Generator<RawRow> {
  let at = 0;
  for (const shape of members) {
    const held = new Map<string, RawRow>();
    for (const { id, fields } of memberHistory(shape)) {
      const row = { ...held.get(id), key: `m-${at}|${id}`, ...fields };
      held.set(id, row);
      yield row;
    }
    at += 1;
  }
}

export interface RawWriting {
  readonly rows: number;
  readonly tookMs: number;
}

/**
 * How long IndexedDB alone takes to write rows, row by row, a thousand a transaction, into one store with
 * three indexes: begun empty, and the slower the more there is. Making the rows and handing them to the
 * page is not counted. What is written is gone afterwards.
 */
export async function writeRawRows(page: Page, rows: Iterable<RawRow>): Promise<RawWriting> {
  await page.evaluate(openRawRows);
  let [count, tookMs] = [0, 0];
  for (const some of inLots(rows)) {
    // As text: handing over the rows themselves takes longer than writing them.
    tookMs += await page.evaluate(putRawRows, JSON.stringify(some));
    count += some.length;
  }
  await page.evaluate(dropRawRows);
  return { rows: count, tookMs };
}

function* inLots(rows: Iterable<RawRow>): Generator<readonly RawRow[]> {
  let lot: RawRow[] = [];
  for (const row of rows) {
    lot.push(row);
    if (lot.length < ROWS_AT_ONCE) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

declare global {
  interface Window {
    rawRows: IDBDatabase;
  }
}

/** Runs in the page, as the two after it. */
async function openRawRows(): Promise<void> {
  const opening = indexedDB.open('outlog-bench-raw', 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore('rows', { keyPath: 'key' });
    for (const index of ['day', 'outcomeId', 'completedAtMs']) store.createIndex(index, index);
  });
  window.rawRows = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error(opening.error?.name)));
  });
}

async function putRawRows(rowsText: string): Promise<number> {
  const rows = JSON.parse(rowsText) as readonly RawRow[];
  const startMs = performance.now();
  for (let at = 0; at < rows.length; at += 1_000) {
    const transaction = window.rawRows.transaction('rows', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('rows');
    for (const row of rows.slice(at, at + 1_000)) store.put(row);
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(new Error(transaction.error?.name)));
    });
  }
  return performance.now() - startMs;
}

async function dropRawRows(): Promise<void> {
  window.rawRows.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('outlog-bench-raw').addEventListener('success', resolve);
  });
}
