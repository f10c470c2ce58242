import type { Pool, PoolClient } from 'pg';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../../sync/batch-tools.ts';
import { inTransaction } from '../query.ts';
import {
  factsOfWriters,
  findWork,
  type HeldAudience,
  holdAudiences,
  isJudgedOtherwise,
  MOST_BATCHES,
  noteFacts,
  placeColumns,
  placeKey,
} from './held-audiences.ts';
import type { Judge } from './judge.ts';
import type { Judges } from './judges.ts';
import { ROW_TABLES } from './row-tables.ts';
import { upsertRecords, type WrittenChange } from './upsert-records.ts';

/** Of one audience in one step, so that a long log does not keep the others waiting. */
const MOST_OF_ONE = 16;

/**
 * Unfolds a few batches, in one transaction that holds their audiences; what another unfolder holds is
 * passed over. Answers whether there may be more to do.
 */
export async function unfoldSome(pool: Pool, judges: Judges): Promise<boolean> {
  const places = await findWork(pool);
  if (places.length === 0) return false;
  return await inTransaction(pool, async (client) => {
    const free = await holdAudiences(client, places);
    // Asked while they are held: nobody has unfolded them by what is newer than this.
    const judgeOf = await judges.ofAll(free.map(({ workspace }) => workspace));
    // Of a workspace that nobody has claimed nobody can say yet whose words count.
    const held = free.filter(({ workspace }) => judgeOf.has(workspace));
    const facts = await factsOfWriters(client, judgeOf, held);
    for (const each of held) {
      const now = facts.get(placeKey(each)) ?? {};
      if (isJudgedOtherwise(each.judged_by, now)) await beginAgain(client, each);
    }
    await upsertRecords(client, await takeChanges(client, judgeOf, held));
    await noteFacts(client, held, facts);
    return held.length > 0;
  });
}

/** Who may write what has changed for what was unfolded already: all of the audience's batches again. */
async function beginAgain(
  client: PoolClient,
  { workspace, audience }: HeldAudience,
): Promise<void> {
  for (const { name } of ROW_TABLES.values()) {
    await client.query(`delete from outlog.${name} where workspace = $1 and audience = $2`, [
      workspace,
      audience,
    ]);
  }
  await client.query(
    `insert into outlog.unfold_queue (workspace, audience, n, stream, sha256)
     select workspace, audience, n, stream, sha256 from outlog.batches
     where workspace = $1 and audience = $2
     on conflict do nothing`,
    [workspace, audience],
  );
}

/** Takes queued batches off the queue; answers what their writers may say in them. */
async function takeChanges(
  client: PoolClient,
  judgeOf: ReadonlyMap<string, Judge>,
  held: readonly HeldAudience[],
): Promise<readonly WrittenChange[]> {
  const { rows } = await client.query<{ file: Buffer }>({
    name: 'take-queued',
    text: `with chosen as (
             select q.n from unnest($1::text[], $2::text[]) as t(workspace, audience)
             cross join lateral (
               select n from outlog.unfold_queue
               where workspace = t.workspace and audience = t.audience
               order by n limit ${MOST_OF_ONE}) q
             limit ${MOST_BATCHES}
           ), taken as (
             delete from outlog.unfold_queue where n in (select n from chosen)
             returning workspace, stream, sha256
           )
           select b.file from taken join outlog.batches b using (sha256, workspace, stream)`,
    values: placeColumns(held),
  });
  return rows.flatMap(({ file }) => changesIn(file, judgeOf));
}

function changesIn(
  file: Uint8Array,
  judgeOf: ReadonlyMap<string, Judge>,
): readonly WrittenChange[] {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) return [];
  const { workspace, stream, audience, keyId, member } = batch.header;
  const judge = judgeOf.get(workspace);
  const writer = { keyId, memberId: member };
  return batch.changes
    .filter(({ type }) => ROW_TABLES.has(type))
    .filter((change) => judge?.refusalOf(writer, audience, change) === null)
    .map((change) => ({ workspace, audience, stream, change }));
}
