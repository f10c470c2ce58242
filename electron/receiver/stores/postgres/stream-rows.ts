import type { PoolClient } from 'pg';
import type { BatchHeader } from '#shared/stream/batch-format';
import { GENESIS_HASH } from '#shared/stream/change';

/** Where a stream's main branch ends, and whether anything lies beside it. */
export interface StreamRow {
  readonly workspace: string;
  readonly stream: string;
  readonly epoch: string;
  readonly member: string;
  readonly keyId: string;
  readonly seq: number;
  readonly h: string;
  readonly branchCount: number;
  readonly waitingCount: number;
}

export const rowKey = ({
  workspace,
  stream,
  epoch,
}: Pick<StreamRow, 'workspace' | 'stream' | 'epoch'>): string => `${workspace}/${stream}-${epoch}`;

/**
 * Locks the rows of these streams, making those that are new. Always in one order: two receivers that
 * write to the same streams wait for each other, and never both.
 */
export async function lockStreams(
  client: PoolClient,
  headers: readonly BatchHeader[],
): Promise<ReadonlyMap<string, StreamRow>> {
  const rows = new Map<string, StreamRow>();
  await lockKnown(client, headers, rows);
  const unknown = headers
    .filter((header) => !rows.has(rowKey(header)))
    .toSorted((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
  if (unknown.length > 0) {
    await makeRows(client, unknown);
    await lockKnown(client, unknown, rows);
  }
  return rows;
}

async function lockKnown(
  client: PoolClient,
  headers: readonly BatchHeader[],
  into: Map<string, StreamRow>,
): Promise<void> {
  const { rows } = await client.query<{
    workspace: string;
    stream: string;
    epoch: string;
    member: string;
    key_id: string;
    seq: string;
    h: string;
    branch_count: number;
    waiting_count: number;
  }>({
    name: 'lock-streams',
    text: `select s.workspace, s.stream, s.epoch, s.member, s.key_id, s.seq, s.h, s.branch_count,
             s.waiting_count
           from outlog.streams s
           join unnest($1::text[], $2::text[], $3::text[]) as t(workspace, stream, epoch)
             using (workspace, stream, epoch)
           order by s.workspace, s.stream, s.epoch
           for update of s`,
    values: [
      headers.map(({ workspace }) => workspace),
      headers.map(({ stream }) => stream),
      headers.map(({ epoch }) => epoch),
    ],
  });
  for (const row of rows) {
    into.set(rowKey(row), {
      workspace: row.workspace,
      stream: row.stream,
      epoch: row.epoch,
      member: row.member,
      keyId: row.key_id,
      seq: Number(row.seq),
      h: row.h,
      branchCount: row.branch_count,
      waitingCount: row.waiting_count,
    });
  }
}

async function makeRows(client: PoolClient, headers: readonly BatchHeader[]): Promise<void> {
  await client.query({
    name: 'make-streams',
    text: `insert into outlog.streams (workspace, stream, epoch, audience, member, key_id, seq, h,
             branch_count, waiting_count)
           select t.workspace, t.stream, t.epoch, t.audience, t.member, t.key_id, 0, $7, 1, 0
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
             as t(workspace, stream, epoch, audience, member, key_id)
           on conflict do nothing`,
    values: [
      headers.map(({ workspace }) => workspace),
      headers.map(({ stream }) => stream),
      headers.map(({ epoch }) => epoch),
      headers.map(({ audience }) => audience),
      headers.map(({ member }) => member),
      headers.map(({ keyId }) => keyId),
      GENESIS_HASH,
    ],
  });
}
