import type { ImportRecord } from './import-record.ts';
import { importPhase } from './import-record.ts';
import { nameKey } from './mapping.ts';
import { tableKeyOf } from './source-keys.ts';

/** So many of both tables' headers have to be the same (Jaccard). */
const SAME_TABLE_RATIO = 0.7;

/** The latest import of what looks like an earlier version of the same table, or null. */
export function earlierImport(
  headers: readonly string[],
  records: readonly ImportRecord[],
): ImportRecord | null {
  let best: ImportRecord | null = null;
  let bestRatio = 0;
  const latestFirst = records.toSorted((a, b) => b.startedAtMs - a.startedAtMs);
  for (const record of latestFirst) {
    const ratio = sharedRatio(headers, record.headers);
    if (ratio > bestRatio && ratio >= SAME_TABLE_RATIO) [best, bestRatio] = [record, ratio];
  }
  return best;
}

/** The table key of a table nobody has imported: its headers', told apart where that one is taken. */
export function freshTableKey(
  headers: readonly string[],
  records: readonly ImportRecord[],
): string {
  const taken = new Set(records.map((record) => record.tableKey));
  for (let copy = 1; ; copy += 1) {
    const key = tableKeyOf(headers, copy);
    if (!taken.has(key)) return key;
  }
}

/** An import of this table that was cut off: the next run finishes it under its own id. */
export const unfinishedImport = (
  tableKey: string,
  records: readonly ImportRecord[],
): ImportRecord | null =>
  records.find((record) => record.tableKey === tableKey && importPhase(record) === 'unfinished') ??
  null;

function sharedRatio(a: readonly string[], b: readonly string[]): number {
  const first = new Set(a.map(nameKey));
  const second = new Set(b.map(nameKey));
  const shared = [...first].filter((name) => second.has(name)).length;
  const all = first.size + second.size - shared;
  return all === 0 ? 0 : shared / all;
}
