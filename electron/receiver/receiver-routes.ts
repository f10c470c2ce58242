import type { Route } from './http/route.ts';
import {
  type BatchRoutesOptions,
  getBatchRoute,
  listBatchesRoute,
  putBatchRoute,
} from './routes/batches.ts';
import { claimRoute } from './routes/claim.ts';
import { getPieceRoute, listPiecesRoute, putPieceRoute } from './routes/evidence.ts';
import { helloRoute } from './routes/hello.ts';
import { descriptionRoute } from './routes/description.ts';
import { getJoinRoute, putJoinRoute } from './routes/joins.ts';

/** Everything that a receiver answers to. */
export function receiverRoutes(options: BatchRoutesOptions): readonly Route[] {
  const { store, key, nowMs } = options;
  const routes: readonly Route[] = [
    helloRoute(key),
    claimRoute(store),
    putBatchRoute(options),
    listBatchesRoute(options),
    getBatchRoute(options),
    putPieceRoute(store),
    listPiecesRoute(store),
    getPieceRoute(store),
    putJoinRoute(store, nowMs),
    getJoinRoute(store, nowMs),
  ];
  return [...routes, descriptionRoute(routes)];
}
