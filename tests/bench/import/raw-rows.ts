/** Each row has a `key`, and is indexed by `day`, `outcomeId` and `completedAtMs`. */
export type RawRow = Readonly<Record<string, unknown>>;

/**
 * Runs in a page: how long IndexedDB alone takes to write rows, row by row, a thousand a transaction, with
 * three indexes. What is written is gone afterwards.
 */
export async function writeRawRows(rows: readonly RawRow[]): Promise<number> {
  const name = 'outlog-bench-raw';
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore('rows', { keyPath: 'key' });
    for (const index of ['day', 'outcomeId', 'completedAtMs']) store.createIndex(index, index);
  });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error(opening.error?.name)));
  });
  const startMs = performance.now();
  for (let at = 0; at < rows.length; at += 1_000) {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('rows');
    // A change to what is there is one more write of its row.
    for (const row of rows.slice(at, at + 1_000)) store.put(row);
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(new Error(transaction.error?.name)));
    });
  }
  const tookMs = performance.now() - startMs;
  db.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).addEventListener('success', resolve);
  });
  return tookMs;
}
