import type { PoolClient } from 'pg';
import { decodeBatch, type VerifiedBatch } from '#shared/stream/batch-decode';
import { readerTools } from '../../../sync/batch-tools.ts';
import type { HashInBatch } from '../../../sync/store/place-batch.ts';
import type { IndexedBatch } from '../../../sync/store/stream-index.ts';
import type { IncomingBatch } from '../../receiver-store.ts';
import { describeBatch, hashInChanges } from '../describe-batch.ts';
import type { StreamRow } from './stream-rows.ts';

/** A batch on its way into the table. */
export interface NewBatch {
  readonly incoming: IncomingBatch;
  readonly indexed: IndexedBatch;
  readonly isWaiting: boolean;
}

export interface KnownBatch {
  readonly atMs: number;
  readonly isWaiting: boolean;
}

export const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Null where it is not there. */
export async function findKnown(
  client: PoolClient,
  { sha256, batch: { header } }: Pick<IncomingBatch, 'sha256' | 'batch'>,
): Promise<KnownBatch | null> {
  const { rows } = await client.query<{ at_ms: string; is_waiting: boolean }>({
    name: 'find-known',
    text: `select at_ms, is_waiting from outlog.batches
           where sha256 = $1 and workspace = $2 and stream = $3`,
    values: [bytesOf(sha256), header.workspace, header.stream],
  });
  const [row] = rows;
  return row ? { atMs: Number(row.at_ms), isWaiting: row.is_waiting } : null;
}

/** A stream's batches in the order in which they came. */
export async function readIndexed(
  client: PoolClient,
  { workspace, stream, epoch }: StreamRow,
): Promise<readonly IndexedBatch[]> {
  const { rows } = await client.query<{
    first: string;
    last: string;
    prev_chain: string;
    chain: string;
    last_hlc: string;
    sha256: Buffer;
  }>({
    name: 'read-indexed',
    text: `select first, last, prev_chain, chain, last_hlc, sha256 from outlog.batches
           where workspace = $1 and stream = $2 and epoch = $3 order by n`,
    values: [workspace, stream, epoch],
  });
  return rows.map((row) => ({
    path: '',
    first: Number(row.first),
    last: Number(row.last),
    prevChain: row.prev_chain,
    chain: row.chain,
    sha256: row.sha256.toString('hex'),
    lastHlc: row.last_hlc,
  }));
}

/** Reads batches of a stream again where the hash of an entry inside one is asked for. */
export function hashInKept(
  client: PoolClient,
  { workspace, stream }: StreamRow,
  atHand: { readonly indexed: IndexedBatch; readonly batch: VerifiedBatch },
): HashInBatch {
  return async (indexed, seq) => {
    if (indexed === atHand.indexed) return hashInChanges(atHand.batch, seq);
    const { rows } = await client.query<{ file: Buffer }>({
      name: 'read-kept',
      text: `select file from outlog.batches where sha256 = $1 and workspace = $2 and stream = $3`,
      values: [bytesOf(indexed.sha256), workspace, stream],
    });
    const decoded = rows[0] && decodeBatch(rows[0].file, readerTools);
    return decoded?.ok ? hashInChanges(decoded, seq) : null;
  };
}

/**
 * Inserts batches, moves the ends of their streams and queues them to be unfolded, in one statement. The
 * files are parameters of their own: the driver sends those as bytes, and an array as twice as long text.
 */
export async function insertBatches(
  client: PoolClient,
  batches: readonly NewBatch[],
  streams: readonly StreamRow[],
): Promise<void> {
  const columns = columnsOf(batches, streams);
  const files = batches.map((_, at) => `$${columns.length + 1 + at}`).join(',');
  await client.query({
    name: `insert-batches-${batches.length}`,
    text: insertText(files),
    values: [...columns, ...batches.map(({ incoming }) => incoming.file)],
  });
}

const insertText = (files: string): string => `
with arriving as materialized (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
    $7::bigint[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[],
    $14::boolean[], $15::bigint[], $16::bigint[], $17::text[], $18::int[], $19::int[],
    array[${files}]::bytea[])
  as t(workspace, stream, epoch, audience, member, key_id, first, last, prev_chain, chain, last_hlc,
    sha256, size_bytes, is_waiting, at_ms, head_seq, head_h, branch_count, waiting_count, file)
), kept as (
  insert into outlog.batches (workspace, stream, epoch, audience, member, key_id, first, last,
    prev_chain, chain, last_hlc, sha256, size_bytes, is_waiting, at_ms, file)
  select workspace, stream, epoch, audience, member, key_id, first, last, prev_chain, chain, last_hlc,
    decode(sha256, 'hex'), size_bytes, is_waiting, at_ms, file
  from arriving
  returning workspace, audience, n, stream, sha256
), queued as (
  insert into outlog.unfold_queue (workspace, audience, n, stream, sha256)
  select workspace, audience, n, stream, sha256 from kept where audience like 'm-%'
)
update outlog.streams s
set seq = a.head_seq, h = a.head_h, branch_count = a.branch_count, waiting_count = a.waiting_count
from arriving a
where s.workspace = a.workspace and s.stream = a.stream and s.epoch = a.epoch`;

function columnsOf(
  batches: readonly NewBatch[],
  streams: readonly StreamRow[],
): readonly (readonly unknown[])[] {
  const headers = batches.map(({ incoming }) => incoming.batch.header);
  const indexed = batches.map((each) => each.indexed);
  return [
    headers.map(({ workspace }) => workspace),
    headers.map(({ stream }) => stream),
    headers.map(({ epoch }) => epoch),
    headers.map(({ audience }) => audience),
    headers.map(({ member }) => member),
    headers.map(({ keyId }) => keyId),
    indexed.map(({ first }) => first),
    indexed.map(({ last }) => last),
    indexed.map(({ prevChain }) => prevChain),
    indexed.map(({ chain }) => chain),
    indexed.map(({ lastHlc }) => lastHlc),
    indexed.map(({ sha256 }) => sha256),
    batches.map(({ incoming }) => incoming.file.length),
    batches.map(({ isWaiting }) => isWaiting),
    batches.map(({ incoming }) => incoming.nowMs),
    streams.map(({ seq }) => seq),
    streams.map(({ h }) => h),
    streams.map(({ branchCount }) => branchCount),
    streams.map(({ waitingCount }) => waitingCount),
  ];
}

export async function joinFreed(
  client: PoolClient,
  { workspace, stream }: StreamRow,
  freed: readonly IndexedBatch[],
): Promise<void> {
  if (freed.length === 0) return;
  await client.query(
    `update outlog.batches set is_waiting = false
     where sha256 = any($1) and workspace = $2 and stream = $3`,
    [freed.map(({ sha256 }) => bytesOf(sha256)), workspace, stream],
  );
}

export const newIndexed = ({ batch, sha256 }: IncomingBatch): IndexedBatch =>
  describeBatch(batch, sha256);
