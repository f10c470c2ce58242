import type { Pool, PoolClient } from 'pg';
import { mainBranch, newIndex, type StreamIndex } from '../../../sync/store/stream-index.ts';
import type { IncomingBatch, PutOutcome } from '../../receiver-store.ts';
import { accessChangesIn } from '../describe-batch.ts';
import { settleBatch } from '../settle-batch.ts';
import {
  findKnown,
  hashInKept,
  insertBatches,
  joinFreed,
  type NewBatch,
  newIndexed,
  readIndexed,
} from './batch-rows.ts';
import { inTransaction } from './query.ts';
import { lockStreams, rowKey, type StreamRow } from './stream-rows.ts';

/** What is decided about one batch: an outcome, and what is to be written for it. */
interface Decision {
  readonly outcome: PutOutcome;
  readonly kept: { readonly batch: NewBatch; readonly stream: StreamRow } | null;
}

/** Keeps batches of different streams in one transaction; answers what became of each, in their order. */
export function putBatches(
  pool: Pool,
  group: readonly IncomingBatch[],
): Promise<readonly PutOutcome[]> {
  return inTransaction(pool, async (client) => {
    const rows = await lockStreams(
      client,
      group.map(({ batch }) => batch.header),
    );
    const decisions: Decision[] = [];
    for (const incoming of group) {
      const row = rows.get(rowKey(incoming.batch.header));
      if (!row) throw new Error('A stream has no row.');
      decisions.push(await decide(client, incoming, row));
    }
    const kept = decisions.flatMap((decision) => decision.kept ?? []);
    if (kept.length > 0) {
      const batches = kept.map(({ batch }) => batch);
      await insertBatches(
        client,
        batches,
        kept.map(({ stream }) => stream),
      );
      await insertAccess(client, batches);
    }
    return decisions.map(({ outcome }) => outcome);
  });
}

async function decide(
  client: PoolClient,
  incoming: IncomingBatch,
  row: StreamRow,
): Promise<Decision> {
  const { header } = incoming.batch;
  const indexed = newIndexed(incoming);
  const isNext =
    row.branchCount === 1 &&
    row.waitingCount === 0 &&
    indexed.first === row.seq + 1 &&
    indexed.prevChain === row.h;
  if (row.keyId !== header.keyId || row.member !== header.member) {
    return { outcome: { kind: 'foreign' }, kept: null };
  }
  if (isNext) {
    const stream = { ...row, seq: indexed.last, h: indexed.chain };
    return keep({ incoming, indexed, isWaiting: false }, stream);
  }
  const known = await findKnown(client, incoming);
  if (known) {
    const { atMs, isWaiting } = known;
    return { outcome: { kind: 'kept', isJoined: !isWaiting, atMs }, kept: null };
  }
  return await decideBySettling(client, incoming, row, indexed);
}

/** Not simply the next one: the stream's batches are looked at as a whole. */
async function decideBySettling(
  client: PoolClient,
  incoming: IncomingBatch,
  row: StreamRow,
  indexed: NewBatch['indexed'],
): Promise<Decision> {
  const index = newIndex(incoming.batch.header);
  const hashIn = hashInKept(client, row, { indexed, batch: incoming.batch });
  for (const each of await readIndexed(client, row)) {
    await settleBatch(index, each, hashIn, true);
  }
  const settled = await settleBatch(index, indexed, hashIn, incoming.isForkKept);
  if (settled.kind === 'fork') return { outcome: { kind: 'fork' }, kept: null };
  await joinFreed(client, row, settled.freed);
  const isWaiting = settled.kind === 'waiting';
  return keep({ incoming, indexed, isWaiting }, rowAfter(row, index));
}

const keep = (batch: NewBatch, stream: StreamRow): Decision => ({
  outcome: { kind: 'kept', isJoined: !batch.isWaiting, atMs: batch.incoming.nowMs },
  kept: { batch, stream },
});

function rowAfter(row: StreamRow, index: StreamIndex): StreamRow {
  const { seq, h } = mainBranch(index);
  const { branches, waiting } = index;
  return { ...row, seq, h, branchCount: branches.length, waitingCount: waiting.length };
}

async function insertAccess(client: PoolClient, batches: readonly NewBatch[]): Promise<void> {
  const rows = batches.flatMap(({ incoming: { batch } }) =>
    accessChangesIn(batch).map((change) => ({ header: batch.header, change })),
  );
  if (rows.length === 0) return;
  await client.query(
    `insert into outlog.access_changes (workspace, stream, key_id, member, change)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      rows.map(({ header }) => header.workspace),
      rows.map(({ header }) => header.stream),
      rows.map(({ header }) => header.keyId),
      rows.map(({ header }) => header.member),
      rows.map(({ change }) => JSON.stringify(change)),
    ],
  );
}
