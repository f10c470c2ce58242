import type { Pool } from 'pg';
import { type BatchListing, CURSOR_PATTERN } from '#shared/endpoint/protocol';
import type { AccessChange, ListQuery } from '../../receiver-store.ts';

interface Position {
  readonly tx: string;
  readonly n: string;
}

interface ListedRow extends Position {
  readonly audience: string;
  readonly stream: string;
  readonly epoch: string;
  readonly member: string;
  readonly first: string;
  readonly last: string;
  readonly sha256: Buffer;
  readonly size_bytes: number;
}

const START: Position = { tx: '0', n: '0' };

const COLUMNS = `tx::text as tx, n::text as n, audience, stream, epoch, member, first, last, sha256, size_bytes`;

/**
 * Only what was committed before the oldest transaction that still runs: nothing can turn up later before
 * a place that a cursor has passed, and no commit ever waits for another.
 */
const SETTLED = `tx < pg_snapshot_xmin(pg_current_snapshot()) and (tx, n) > ($2::text::xid8, $3::bigint)`;

const LIST_ALL = `
select ${COLUMNS} from outlog.batches
where workspace = $1 and ${SETTLED}
order by batches.tx, batches.n limit $4`;

/** Each audience by its own index: a member's few batches are not looked for among everybody's. */
const LIST_AUDIENCES = `
select b.* from unnest($5::text[]) as wanted(audience)
cross join lateral (
  select ${COLUMNS} from outlog.batches
  where workspace = $1 and batches.audience = wanted.audience and ${SETTLED}
  order by batches.tx, batches.n limit $4
) b
order by b.tx::xid8, b.n::bigint limit $4`;

export async function listBatches(
  pool: Pool,
  generation: string,
  { workspace, audiences, after, limit }: ListQuery,
): Promise<BatchListing> {
  const from = positionOf(after, generation);
  const values = [workspace, from.tx, from.n, limit + 1];
  const { rows } =
    audiences === null
      ? await pool.query<ListedRow>({ name: 'list-all', text: LIST_ALL, values })
      : await pool.query<ListedRow>({
          name: 'list-audiences',
          text: LIST_AUDIENCES,
          values: [...values, [...audiences]],
        });
  const shown = rows.slice(0, limit);
  const { tx, n } = shown.at(-1) ?? from;
  return {
    items: shown.map((row) => ({
      audience: row.audience,
      stream: row.stream,
      epoch: row.epoch,
      member: row.member,
      first: Number(row.first),
      count: Number(row.last) - Number(row.first) + 1,
      sha256: row.sha256.toString('hex'),
      sizeBytes: row.size_bytes,
    })),
    next: `p.${generation}.${tx}.${n}`,
    hasMore: rows.length > limit,
  };
}

/** The beginning, for a cursor of another store or of none. */
function positionOf(cursor: string | null, generation: string): Position {
  if (cursor === null || !CURSOR_PATTERN.test(cursor)) return START;
  const [kind, of, tx = '', n = ''] = cursor.split('.');
  const isOurs = kind === 'p' && of === generation;
  return isOurs && /^\d{1,18}$/.test(tx) && /^\d{1,18}$/.test(n) ? { tx, n } : START;
}

interface AccessRow {
  readonly xmin: string;
  readonly stream: string | null;
  readonly key_id: string;
  readonly member: string;
  readonly change: string;
}

/**
 * What is seen now counts at once. The version stays behind every transaction that still runs, so that
 * what one of those brings is told the next time, with what was told before.
 */
export async function readAccessChanges(pool: Pool, workspace: string, afterVersion: number) {
  const { rows } = await pool.query<AccessRow>({
    name: 'access-changes',
    text: `select seen.xmin::text as xmin, c.stream, c.key_id, c.member, c.change
           from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) seen
           left join outlog.access_changes c
             on c.workspace = $1 and c.tx > $2::text::xid8
           order by c.tx, c.n`,
    values: [workspace, String(afterVersion)],
  });
  const version = Math.max(afterVersion, Number(rows[0]?.xmin ?? 1) - 1);
  const changes = rows.flatMap(({ stream, key_id, member, change }): readonly AccessChange[] => {
    if (stream === null) return [];
    // Verified with its batch before it was written.
    const parsed = JSON.parse(change) as AccessChange['change'];
    return [{ writer: { keyId: key_id, memberId: member }, stream, change: parsed }];
  });
  return { version, changes };
}
