import { Dexie } from 'dexie';
import type { IncomingChunk } from '../../../renderer/data/import/importer.ts';

const NAME = 'outlog-bench-raw';
const STORE = 'rows';

/**
 * Changes per second where each is a row of its own with three indexes, by IndexedDB alone: what
 * merging is held against in the same run.
 */
export async function rawRowsPerSecond(
  chunks: readonly IncomingChunk[],
  rows: number,
): Promise<number> {
  await Dexie.delete(NAME);
  const db = await openRaw();
  const records = chunks.flatMap(recordsOf).slice(0, rows);
  const startMs = performance.now();
  for (let at = 0; at < records.length; at += 1_000) {
    await addAll(db, records.slice(at, at + 1_000));
  }
  const tookMs = performance.now() - startMs;
  db.close();
  await Dexie.delete(NAME);
  return (records.length / tookMs) * 1_000;
}

interface RawRow {
  readonly key: string;
}

function recordsOf({ source, parts }: IncomingChunk): RawRow[] {
  const text = parts
    .map(({ bytes }) => new TextDecoder().decode(bytes))
    .join('')
    .trim();
  return text.split('\n').map((line) => {
    const { id, fields } = JSON.parse(line) as { id: string; fields: object };
    return { key: `${source.audience}|${id}`, ...fields };
  });
}

async function openRaw(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore(STORE, { keyPath: 'key' });
    for (const name of ['day', 'outcomeId', 'completedAtMs']) store.createIndex(name, name);
  });
  await settled(opening);
  return opening.result;
}

async function addAll(db: IDBDatabase, rows: readonly RawRow[]): Promise<void> {
  const transaction = db.transaction(STORE, 'readwrite', { durability: 'relaxed' });
  const store = transaction.objectStore(STORE);
  for (const row of rows) store.add(row);
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(new Error(transaction.error?.name)));
  });
}

async function settled(request: IDBRequest): Promise<void> {
  await new Promise((resolve, reject) => {
    request.addEventListener('success', resolve);
    request.addEventListener('error', () => reject(new Error(request.error?.name)));
  });
}
