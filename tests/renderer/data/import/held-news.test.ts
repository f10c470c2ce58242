import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Projection } from '../../../../renderer/data/projection.ts';

/** What Dexie calls its channel is its own affair: the name is read off when it opens one. */
const names: string[] = [];

/** As another window has it, which holds nothing back. */
const Channel = globalThis.BroadcastChannel;

let db: Projection;
let news: typeof import('../../../../renderer/data/import/held-news.ts');
let dexie: typeof import('dexie');

beforeAll(async () => {
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      names.push(name);
    }
  };
  // In the order of the worker: before Dexie is loaded.
  news = await import('../../../../renderer/data/import/held-news.ts');
  dexie = await import('dexie');
  const { Projection } = await import('../../../../renderer/data/projection.ts');
  db = new Projection('outlog-held-news');
  await db.open();
});

afterAll(() => db.close());

/** The end of Dexie's channel that another window of the app holds. */
const otherWindow = (): BroadcastChannel => new Channel(names[0] ?? '');

async function nextNews(channel: BroadcastChannel): Promise<object> {
  const [event]: { readonly data?: unknown }[] = await once(channel, 'message');
  if (typeof event?.data !== 'object' || event.data === null) throw new Error('No news');
  return event.data;
}

const rollup = (month: string) => ({ key: `m-mika|${month}`, cells: '' });

test('while news is held, many writes are told as one, when the caller says so', async () => {
  const other = otherWindow();
  const unheld = nextNews(other);
  await db.rollups.put(rollup('2026-01'));
  await unheld;

  const heard: object[] = [];
  other.addEventListener('message', ({ data }: MessageEvent<object>) => heard.push(data));
  news.holdNews();
  for (const month of ['2026-02', '2026-03', '2026-04']) await db.rollups.put(rollup(month));
  await db.refused.clear();
  await db.marks.put({ key: 'staleTerms' });
  const told = nextNews(other);
  news.tellNews();
  // Had anything been told before, it would have come first: a channel keeps its order.
  await told;

  expect(heard).toHaveLength(1);
  expect(Object.keys(heard[0] ?? {})).toEqual(
    expect.arrayContaining([`idb://${db.name}/packs/`, `idb://${db.name}/marks/`]),
  );
  other.close();
});

test('what is told has a live query of another window read again', async () => {
  const other = otherWindow();
  await db.rollups.put(rollup('2026-05'));
  const told = nextNews(other);
  news.tellNews();
  const parts = await told;

  const counts: number[] = [];
  const twice = new Promise<void>((resolve) => {
    const reading = dexie.liveQuery(() =>
      db.rollups.where('key').startsWith('m-mika|2026-05').count(),
    );
    const following = reading.subscribe((count) => {
      counts.push(count);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      if (counts.length === 1) other.postMessage(parts);
      else resolve(following.unsubscribe());
    });
  });
  await twice;

  expect(counts).toEqual([1, 1]);
  other.close();
});
