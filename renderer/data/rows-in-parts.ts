import type { Table } from 'dexie';

/** Rows read together: few requests, and none that holds the window up while it is handed over. */
const PART_SIZE = 250;

/** Rows by their keys, in the order of the keys; undefined for those that are not there. */
export async function rowsInParts<Row>(
  table: Table<Row, string>,
  keys: readonly string[],
): Promise<readonly (Row | undefined)[]> {
  const rows: (Row | undefined)[] = [];
  for (let from = 0; from < keys.length; from += PART_SIZE) {
    rows.push(...(await table.bulkGet(keys.slice(from, from + PART_SIZE))));
  }
  return rows;
}
