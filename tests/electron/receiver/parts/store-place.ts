import type { ReceiverStore } from '../../../../electron/receiver/receiver-store.ts';
import { served, WORKSPACE } from './incoming.ts';

/** One place that stores can be opened on, again and again. */
export interface StorePlace {
  open(): Promise<ReceiverStore>;
}

export async function openServed(place: StorePlace): Promise<ReceiverStore> {
  const store = await place.open();
  await store.claim(served());
  return store;
}

/** Everything that is listed from `from` on, page by page. */
export async function listAll(
  store: ReceiverStore,
  limit = 3,
  from: string | null = null,
): Promise<{ readonly sha256s: readonly string[]; readonly next: string }> {
  const sha256s: string[] = [];
  for (let after = from; ;) {
    const page = await store.list({ workspace: WORKSPACE, audiences: null, after, limit });
    if (page.items.length > limit) throw new Error('a page is longer than it may be');
    sha256s.push(...page.items.map(({ sha256 }) => sha256));
    after = page.next;
    if (!page.hasMore) return { sha256s, next: after };
  }
}

/**
 * Everything that is listed, once it is as much as is expected: where several write at once, what was kept
 * is listed when no transaction of before still runs.
 */
export async function listedWhole(
  store: ReceiverStore,
  expectedCount: number,
): Promise<readonly string[]> {
  for (;;) {
    const { sha256s } = await listAll(store, 500);
    if (sha256s.length >= expectedCount) return sha256s;
  }
}
