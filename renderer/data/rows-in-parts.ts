import type { Table } from 'dexie';

/** Rows read together: few requests, and none that holds the window up while it is handed over. */
const PART_SIZE = 250;
/** A request for a row costs about as much as handing over so many more with the rest of their range. */
const RANGE_RATIO = 3;

/**
 * Rows by their keys, in the order of the keys; undefined for those that are not there. Not in ranges where
 * other things lie between them.
 */
export async function rowsInParts<Row extends { readonly key: string }>(
  table: Table<Row, string>,
  keys: readonly string[],
  { inRanges = true }: { readonly inRanges?: boolean } = {},
): Promise<readonly (Row | undefined)[]> {
  const sorted = [...new Set(keys)].toSorted();
  const parts = Array.from({ length: Math.ceil(sorted.length / PART_SIZE) }, (_, at) =>
    sorted.slice(at * PART_SIZE, (at + 1) * PART_SIZE),
  );
  // All are asked for at once; each answer is a task of its own.
  const read = await table.db.transaction(
    'r',
    table,
    async () =>
      await Promise.all(
        parts.map(
          async (part) => await (inRanges ? rowsOf(table, part) : table.bulkGet([...part])),
        ),
      ),
  );
  const found = new Map<string, Row>();
  for (const rows of read) for (const row of rows) if (row) found.set(row.key, row);
  return keys.map((key) => found.get(key));
}

/** What lies close together is read as one range, with what lies between. */
async function rowsOf<Row>(
  table: Table<Row, string>,
  part: readonly string[],
): Promise<readonly (Row | undefined)[]> {
  const [first, last] = [part[0], part.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = table.where(':id').between(first, last, true, true);
  const isClose = (await range.count()) <= part.length * RANGE_RATIO;
  return isClose ? await range.toArray() : await table.bulkGet([...part]);
}
