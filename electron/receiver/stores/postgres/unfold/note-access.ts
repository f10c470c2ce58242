import type { Pool } from 'pg';
import { isRecordId } from '#shared/stream/batch-changes';
import { objectIn } from '#shared/stream/batch-header';
import { inTransaction } from '../query.ts';
import type { Judges } from './judges.ts';

const MOST_CHANGES = 500;

/**
 * News about who may come in: the logs of the members they are about are to be looked at again. Answers
 * whether there was any.
 */
export function noteAccess(pool: Pool, judges: Judges): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ n: string; workspace: string; change: string }>({
      name: 'take-access',
      text: `select n, workspace, change from outlog.access_changes where not is_unfolded
             order by n limit ${MOST_CHANGES} for update skip locked`,
    });
    if (rows.length === 0) return false;
    const members = new Map<string, Set<string>>();
    const judgeOf = await judges.ofAll(rows.map(({ workspace }) => workspace));
    for (const { workspace, change } of rows) {
      const judge = judgeOf.get(workspace);
      const about = objectIn(change);
      const [type, id] = [about?.['type'], about?.['id']];
      if (!judge || typeof type !== 'string' || !isRecordId(id)) continue;
      const known = members.get(workspace) ?? new Set();
      members.set(workspace, known.add(judge.memberOf(type, id)));
    }
    for (const [workspace, ids] of members) {
      await client.query(
        `insert into outlog.unfolded_audiences (workspace, audience, is_stale)
         select distinct workspace, audience, true from outlog.streams
         where workspace = $1 and member = any($2) and audience like 'm-%'
         order by workspace, audience
         on conflict (workspace, audience) do update set is_stale = true`,
        [workspace, [...ids]],
      );
    }
    await client.query(
      'update outlog.access_changes set is_unfolded = true where n = any($1::bigint[])',
      [rows.map(({ n }) => n)],
    );
    return true;
  });
}
