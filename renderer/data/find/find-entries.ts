import { currentProjection } from '../current.ts';
import { writerMark } from '../marks.ts';
import { WorkerClient } from '../worker-client.ts';
import { countCandidates } from './collect-refs.ts';
import type { EntryFilter, EntryPage } from './entry-filter.ts';
import { wantedBy } from './entry-filter.ts';
import type { FindRequest } from './entry-page.ts';
import { readPage } from './entry-page.ts';

/** What a list shows at first; a longer one asks for more as it is scrolled. */
const PAGE_SIZE = 500;

/** Up to here the window's own thread looks in a few milliseconds; beyond, a worker does. */
const FEW_CANDIDATES = 2_000;

let finder: WorkerClient<FindRequest, EntryPage> | null = null;

/**
 * Entries of rows and packed history alike, newest first: `limit` of them after the first `offset`,
 * and the exact number of all that match.
 */
export async function findEntries(
  filter: EntryFilter,
  limit: number = PAGE_SIZE,
  offset = 0,
): Promise<EntryPage> {
  const db = currentProjection();
  const request = { filter, limit, offset };
  // Read here, so that a live query asks again after every write, wherever the search runs.
  const mark = await writerMark(db);
  const isFew = (await countCandidates(db, wantedBy(filter))) <= FEW_CANDIDATES;
  return isFew ? await readPage(db, request) : await askFinder({ ...request, mark });
}

/** The same, never on the window's own thread: for what is asked while somebody types. */
export async function findAside(filter: EntryFilter, limit: number): Promise<EntryPage> {
  const mark = await writerMark(currentProjection());
  return await askFinder({ filter, limit, offset: 0, mark });
}

async function askFinder(request: Omit<FindRequest, 'database'>): Promise<EntryPage> {
  const db = currentProjection();
  if (typeof Worker === 'undefined') return await readPage(db, request);
  if (!finder || finder.hasEnded) finder = startFinder();
  return await finder.ask({ ...request, database: db.name });
}

const startFinder = (): WorkerClient<FindRequest, EntryPage> =>
  new WorkerClient(new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' }));
