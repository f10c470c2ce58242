import { TableSession } from '#shared/imports/table-session';
import { answerRequests } from '../../data/worker-client.ts';
import { answerTableCall } from './answer-table-call.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { TableAnswer, TableRequest } from './table-requests.ts';

/** Reads one table off the window's thread. */
const session = new TableSession(decodeBytes);

answerRequests(async (request: TableRequest): Promise<TableAnswer> =>
  answerTableCall(session, request),
);
