import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

interface Wanted {
  readonly name: string;
  /** One store; null for all. */
  readonly store: string | null;
}

/**
 * What the window's database holds, as text, or null while it is not there or cannot be read. Left out of
 * all: `marks`, which says which window wrote last. Runs in the page, and never makes a database.
 */
async function readDatabase({ name, store: only }: Wanted): Promise<string | null> {
  const databases = await indexedDB.databases();
  if (!databases.some((each) => each.name === name)) return null;
  const db = await new Promise<IDBDatabase | null>((resolve) => {
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(null));
    request.addEventListener('blocked', () => resolve(null));
  });
  if (db === null) return null;
  try {
    const stores = [...db.objectStoreNames].filter((store) =>
      only === null ? store !== 'marks' : store === only,
    );
    const transaction = db.transaction(stores, 'readonly');
    const parts = await Promise.all(
      stores.map(
        (store) =>
          new Promise<string>((resolve, reject) => {
            const request = transaction.objectStore(store).getAll();
            request.addEventListener('error', () => reject(new Error('unreadable')));
            request.addEventListener('success', () => {
              const text = JSON.stringify(request.result, (_, value: unknown) => {
                if (value instanceof Uint8Array) return [...value];
                if (typeof value !== 'object' || value === null || Array.isArray(value))
                  return value;
                return Object.fromEntries(
                  Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)),
                );
              });
              resolve(`${store} ${text}`);
            });
          }),
      ),
    );
    return parts.join('\n');
  } catch {
    return null;
  } finally {
    db.close();
  }
}

export async function stateHash(page: Page, database: string): Promise<string | null> {
  const text = await page.evaluate(readDatabase, { name: database, store: null }).catch(() => null);
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}

/** How many changes the database's cursors stand at together; 0 while there is none. */
export async function mergedCount(page: Page, database: string): Promise<number> {
  const text = await page
    .evaluate(readDatabase, { name: database, store: 'cursors' })
    .catch(() => null);
  const cursors = JSON.parse(text?.slice('cursors '.length) || '[]') as readonly { seq: number }[];
  return cursors.reduce((sum, { seq }) => sum + seq, 0);
}
