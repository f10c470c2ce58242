import type { PoolClient } from 'pg';
import type { Audience, Change } from '#shared/stream/change';
import { mergeChange, type RecordState } from '#shared/stream/merge';
import { ROW_TABLES, type RowTable } from './row-tables.ts';

export interface WrittenChange {
  readonly stream: string;
  readonly change: Change;
}

export interface UnfoldedPlace {
  readonly workspace: string;
  readonly audience: Audience;
}

/** Folds changes of one audience into its rows: any order and any repetition gives the same rows. */
export async function upsertRecords(
  client: PoolClient,
  place: UnfoldedPlace,
  written: readonly WrittenChange[],
): Promise<void> {
  for (const [type, table] of ROW_TABLES) {
    const ofType = written.filter(({ change }) => change.type === type);
    if (ofType.length === 0) continue;
    const ids = [...new Set(ofType.map(({ change }) => change.id))];
    const states = await readStates(client, table, place, ids);
    for (const { stream, change } of ofType) {
      const merged = mergeChange(states.get(change.id), change, stream, place.audience);
      states.set(change.id, merged);
    }
    await writeRows(client, table, place, [...states.values()]);
  }
}

async function readStates(
  client: PoolClient,
  { name }: RowTable,
  { workspace, audience }: UnfoldedPlace,
  ids: readonly string[],
): Promise<Map<string, RecordState>> {
  const { rows } = await client.query<{ id: string; state: string }>({
    name: `read-${name}`,
    text: `select id, state from outlog.${name} where workspace = $1 and audience = $2 and id = any($3)`,
    values: [workspace, audience, ids],
  });
  // Written by this very code, from changes that were verified.
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as RecordState]));
}

/** One statement for all: each column an array, and the arrays side by side the rows. */
async function writeRows(
  client: PoolClient,
  { name, columns, rowOf }: RowTable,
  { workspace, audience }: UnfoldedPlace,
  states: readonly RecordState[],
): Promise<void> {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const rows = states.map(rowOf);
  const arrays = types.map((type, at) => `$${at + 5}::${type}[]`);
  const updates = ['state', ...names].map((each) => `${each} = excluded.${each}`);
  await client.query({
    name: `write-${name}`,
    text: `insert into outlog.${name} (workspace, audience, id, state, ${names.join(', ')})
           select $1, $2, t.* from unnest($3::text[], $4::text[], ${arrays.join(', ')}) as t
           on conflict (workspace, audience, id) do update set ${updates.join(', ')}`,
    values: [
      workspace,
      audience,
      states.map(({ id }) => id),
      states.map((state) => JSON.stringify(state)),
      ...names.map((each) => rows.map((row) => row[each] ?? null)),
    ],
  });
}
