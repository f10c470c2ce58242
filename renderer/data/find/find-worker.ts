import { Projection } from '../projection.ts';
import { answerRequests } from '../worker-client.ts';
import type { EntryRef } from './collect-refs.ts';
import { collectRefs } from './collect-refs.ts';
import type { EntryPage } from './entry-filter.ts';
import { wantedBy } from './entry-filter.ts';
import type { FindRequest } from './entry-page.ts';
import { pageOf } from './entry-page.ts';

/** Searches packed history off the window's thread. */
let db: Projection | null = null;
/** What was found last: scrolling asks for another page of the same. */
let last: { readonly question: string; readonly refs: readonly EntryRef[] } | null = null;

answerRequests(async (request: FindRequest): Promise<EntryPage> => {
  if (db?.name !== request.database) {
    db?.close();
    db = new Projection(request.database);
  }
  return await pageOf(db, await refsFor(db, request), request);
});

async function refsFor(
  from: Projection,
  { database, filter, mark }: FindRequest,
): Promise<readonly EntryRef[]> {
  const question = JSON.stringify([database, filter, mark]);
  if (last?.question !== question) {
    last = { question, refs: await collectRefs(from, wantedBy(filter)) };
  }
  return last.refs;
}
