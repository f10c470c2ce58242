import type { PoolClient } from 'pg';
import type { Change } from '#shared/stream/change';
import { mergeChange, type RecordState } from '#shared/stream/merge';
import { type UnfoldedPlace, placeColumns, placeKey } from './held-audiences.ts';
import { ROW_TABLES, type RowTable } from './row-tables.ts';

export interface WrittenChange extends UnfoldedPlace {
  readonly stream: string;
  readonly change: Change;
}

interface PlacedRecord extends UnfoldedPlace {
  readonly id: string;
  readonly state: RecordState | undefined;
}

/** Folds changes into rows: any order and any repetition gives the same rows. */
export async function upsertRecords(
  client: PoolClient,
  written: readonly WrittenChange[],
): Promise<void> {
  for (const [type, table] of ROW_TABLES) {
    const ofType = written.filter(({ change }) => change.type === type);
    if (ofType.length === 0) continue;
    const records = await readRecords(client, table, ofType);
    for (const { workspace, audience, stream, change } of ofType) {
      const key = recordKey({ workspace, audience }, change.id);
      const state = mergeChange(records.get(key)?.state, change, stream, audience);
      records.set(key, { workspace, audience, id: change.id, state });
    }
    await writeRows(client, table, [...records.values()]);
  }
}

const recordKey = (place: UnfoldedPlace, id: string): string => `${placeKey(place)}/${id}`;

async function readRecords(
  client: PoolClient,
  { name }: RowTable,
  written: readonly WrittenChange[],
): Promise<Map<string, PlacedRecord>> {
  const { rows } = await client.query<UnfoldedPlace & { id: string; state: string }>({
    name: `read-${name}`,
    text: `select r.workspace, r.audience, r.id, r.state from outlog.${name} r
           join (select distinct * from unnest($1::text[], $2::text[], $3::text[])) as
             t(workspace, audience, id) using (workspace, audience, id)`,
    values: [...placeColumns(written), written.map(({ change }) => change.id)],
  });
  return new Map(
    rows.map(({ state, ...record }) => [
      recordKey(record, record.id),
      // Written by this very code, from changes that were verified.
      { ...record, state: JSON.parse(state) as RecordState },
    ]),
  );
}

/** One statement for all: each column an array, and the arrays side by side the rows. */
async function writeRows(
  client: PoolClient,
  { name, columns, rowOf }: RowTable,
  records: readonly PlacedRecord[],
): Promise<void> {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const rows = records.map(({ state }) => (state ? rowOf(state) : {}));
  const arrays = types.map((type, at) => `$${at + 5}::${type}[]`);
  const updates = ['state', ...names].map((each) => `${each} = excluded.${each}`);
  await client.query({
    name: `write-${name}`,
    text: `insert into outlog.${name} (workspace, audience, id, state, ${names.join(', ')})
           select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], ${arrays.join(', ')})
           on conflict (workspace, audience, id) do update set ${updates.join(', ')}`,
    values: [
      ...placeColumns(records),
      records.map(({ id }) => id),
      records.map(({ state }) => JSON.stringify(state)),
      ...names.map((each) => rows.map((row) => row[each] ?? null)),
    ],
  });
}
