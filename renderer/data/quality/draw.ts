import type { DrawnGroup } from '#shared/quality/draw';
import { currentProjection } from '../current.ts';
import { countCandidates } from '../find/collect-refs.ts';
import { wantedBy } from '../find/entry-filter.ts';
import { writerMark } from '../marks.ts';
import { WorkerClient } from '../worker-client.ts';
import type { DrawRequest, WorkerDrawRequest } from './draw-entries.ts';
import { drawEntries, scopeFilter } from './draw-entries.ts';

/** Up to here the window's own thread draws in a few milliseconds; beyond, a worker does. */
const FEW_CANDIDATES = 1_000;

let drawer: WorkerClient<WorkerDrawRequest, readonly DrawnGroup[]> | null = null;

/** Draws deliverables, or with size 0 counts what could be drawn, wherever they are kept. */
export async function drawFromHistory(request: DrawRequest): Promise<readonly DrawnGroup[]> {
  const db = currentProjection();
  // Read here, so that a live query asks again after every write, wherever the drawing is done.
  const mark = await writerMark(db);
  const isFew = (await countCandidates(db, wantedBy(scopeFilter(request.scope)))) <= FEW_CANDIDATES;
  if (isFew || typeof Worker === 'undefined') return await drawEntries(db, request);
  if (!drawer || drawer.hasEnded) drawer = startDrawer();
  return await drawer.ask({ ...request, database: db.name, mark });
}

const startDrawer = (): WorkerClient<WorkerDrawRequest, readonly DrawnGroup[]> =>
  new WorkerClient(new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module' }));
