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
import { getJoinRoute, putJoinRoute } from './routes/joins.ts';

/** Everything that a receiver answers to. */
export const receiverRoutes = (options: BatchRoutesOptions): readonly Route[] => [
  helloRoute(options.key),
  claimRoute(options.store),
  putBatchRoute(options),
  listBatchesRoute(options),
  getBatchRoute(options),
  putPieceRoute(options.store),
  listPiecesRoute(options.store),
  getPieceRoute(options.store),
  putJoinRoute(options.store, options.nowMs),
  getJoinRoute(options.store, options.nowMs),
];
