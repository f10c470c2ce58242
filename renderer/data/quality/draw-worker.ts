import type { DrawnGroup } from '#shared/quality/draw';
import { Projection } from '../projection.ts';
import { answerRequests } from '../worker-client.ts';
import type { WorkerDrawRequest } from './draw-entries.ts';
import { drawEntries } from './draw-entries.ts';

/** Draws from packed history off the window's thread. */
let db: Projection | null = null;

answerRequests(async (request: WorkerDrawRequest): Promise<readonly DrawnGroup[]> => {
  if (db?.name !== request.database) {
    db?.close();
    db = new Projection(request.database);
  }
  return await drawEntries(db, request);
});
