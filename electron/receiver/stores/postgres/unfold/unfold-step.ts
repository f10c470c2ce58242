import type { Pool, PoolClient } from 'pg';
import { type Audience, isAudience } from '#shared/stream/change';
import { decodeBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../../sync/batch-tools.ts';
import { inTransaction } from '../query.ts';
import type { Judge } from './judge.ts';
import type { Judges } from './judges.ts';
import { ROW_TABLES } from './row-tables.ts';
import { type UnfoldedPlace, upsertRecords, type WrittenChange } from './upsert-records.ts';

interface HeldAudience {
  readonly workspace: string;
  readonly audience: Audience;
  readonly judged_by: string;
  readonly is_stale: boolean;
}

/** Batches looked at in one step: a transaction that ends soon, so that listings are not held up. */
const MOST_BATCHES = 32;
const MOST_STALE = 8;

/**
 * Unfolds a few batches, in one transaction that holds their audiences; what another unfolder holds is
 * passed over. Answers whether there may be more to do.
 */
export async function unfoldSome(pool: Pool, judges: Judges): Promise<boolean> {
  const places = await findWork(pool);
  if (places.length === 0) return false;
  return await inTransaction(pool, async (client) => {
    const held = await holdAudiences(client, places);
    let isAnyDone = false;
    for (const each of held) {
      if (await unfoldAudience(client, judges, each)) isAnyDone = true;
    }
    return isAnyDone;
  });
}

async function findWork(pool: Pool): Promise<readonly UnfoldedPlace[]> {
  const { rows } = await pool.query<UnfoldedPlace>({
    name: 'find-work',
    text: `(select workspace, audience from outlog.unfolded_audiences where is_stale limit ${MOST_STALE})
           union
           (select workspace, audience from
             (select workspace, audience from outlog.unfold_queue order by n limit ${MOST_BATCHES}) q)`,
  });
  return rows;
}

async function holdAudiences(
  client: PoolClient,
  places: readonly UnfoldedPlace[],
): Promise<readonly HeldAudience[]> {
  const values = [places.map(({ workspace }) => workspace), places.map(({ audience }) => audience)];
  await client.query({
    name: 'make-audiences',
    text: `insert into outlog.unfolded_audiences (workspace, audience)
           select * from unnest($1::text[], $2::text[]) as t(workspace, audience)
           order by workspace, audience on conflict do nothing`,
    values,
  });
  const { rows } = await client.query<HeldAudience>({
    name: 'hold-audiences',
    text: `select u.workspace, u.audience, u.judged_by, u.is_stale
           from outlog.unfolded_audiences u
           join unnest($1::text[], $2::text[]) as t(workspace, audience) using (workspace, audience)
           order by u.workspace, u.audience
           for update of u skip locked`,
    values,
  });
  return rows.filter(({ audience }) => isAudience(audience));
}

/** False where nobody can say yet whose words count. */
async function unfoldAudience(
  client: PoolClient,
  judges: Judges,
  held: HeldAudience,
): Promise<boolean> {
  const judge = await judges.of(held.workspace);
  if (!judge) return false;
  const judgedBy = await factsOfWriters(client, judge, held);
  if (isJudgedOtherwise(held.judged_by, judgedBy)) await beginAgain(client, held);
  await unfoldQueued(client, judge, held);
  const facts = JSON.stringify(judgedBy);
  if (facts === held.judged_by && !held.is_stale) return true;
  await client.query({
    name: 'note-judged',
    text: `update outlog.unfolded_audiences set judged_by = $3, is_stale = false
           where workspace = $1 and audience = $2`,
    values: [held.workspace, held.audience, facts],
  });
  return true;
}

type Facts = Readonly<Record<string, string>>;

async function factsOfWriters(
  client: PoolClient,
  judge: Judge,
  { workspace, audience }: HeldAudience,
): Promise<Facts> {
  const { rows } = await client.query<{ key_id: string; member: string }>({
    name: 'writers-of',
    text: `select distinct key_id, member from outlog.streams
           where workspace = $1 and audience = $2 order by key_id, member`,
    values: [workspace, audience],
  });
  return Object.fromEntries(
    rows.map(({ key_id: keyId, member: memberId }) => [
      `${keyId}/${memberId}`,
      judge.factsOf({ keyId, memberId }),
    ]),
  );
}

/** A writer who is new changes nothing about what the others wrote. */
function isJudgedOtherwise(before: string, now: Facts): boolean {
  // Written by `unfoldAudience` alone.
  const known = JSON.parse(before) as Facts;
  return Object.entries(known).some(([writer, facts]) => now[writer] !== facts);
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

async function unfoldQueued(
  client: PoolClient,
  judge: Judge,
  { workspace, audience }: HeldAudience,
): Promise<void> {
  const { rows } = await client.query<{ file: Buffer }>({
    name: 'take-queued',
    text: `with taken as (
             delete from outlog.unfold_queue where n in (
               select n from outlog.unfold_queue where workspace = $1 and audience = $2
               order by n limit ${MOST_BATCHES})
             returning workspace, stream, sha256
           )
           select b.file from taken join outlog.batches b using (sha256, workspace, stream)`,
    values: [workspace, audience],
  });
  const written = rows.flatMap(({ file }) => changesIn(file, judge));
  await upsertRecords(client, { workspace, audience }, written);
}

function changesIn(file: Uint8Array, judge: Judge): readonly WrittenChange[] {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) return [];
  const { stream, audience, keyId, member } = batch.header;
  const writer = { keyId, memberId: member };
  return batch.changes
    .filter((change) => ROW_TABLES.has(change.type))
    .filter((change) => judge.refusalOf(writer, audience, change) === null)
    .map((change) => ({ stream, change }));
}
