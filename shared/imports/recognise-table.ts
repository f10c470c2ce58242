import type { ImportRecord } from './import-record.ts';
import { importPhase } from './import-record.ts';
import { nameKey } from './mapping.ts';
import type { Tool } from './formats/format.ts';
import { isToolKey, tableKeyOf, toolTableKey } from './source-keys.ts';

/** So many of both tables' headers have to be the same (Jaccard). */
const SAME_TABLE_RATIO = 0.7;

/** What names a table across its versions: what a tool exported, else its headers. */
export interface TableIdentity {
  readonly headers: readonly string[];
  readonly tool: Tool | null;
  readonly source: string;
}

/** Todoist's tasks have no ids of their own. */
const TOOLS_WITHOUT_IDS: ReadonlySet<Tool> = new Set<Tool>(['todoist']);

const identityKey = ({ headers, tool, source }: TableIdentity, copy = 1): string =>
  tool === null
    ? tableKeyOf(headers, copy)
    : toolTableKey(tool, source, { hasIds: !TOOLS_WITHOUT_IDS.has(tool), copy });

/** The latest import of what looks like an earlier version of the same table, or null. */
export function earlierImport(
  identity: TableIdentity,
  records: readonly ImportRecord[],
): ImportRecord | null {
  const { headers, tool } = identity;
  let best: ImportRecord | null = null;
  let bestRatio = 0;
  const latestFirst = records.toSorted((a, b) => b.startedAtMs - a.startedAtMs);
  if (tool !== null) {
    const key = identityKey(identity);
    return latestFirst.find((record) => record.tableKey === key) ?? null;
  }
  for (const record of latestFirst) {
    const ratio = sharedRatio(headers, record.headers);
    if (ratio > bestRatio && ratio >= SAME_TABLE_RATIO) [best, bestRatio] = [record, ratio];
  }
  return best;
}

/** The latest import of another export of the same tool: what was chosen then most likely holds again. */
export const sameToolImport = (
  tool: Tool | null,
  records: readonly ImportRecord[],
): ImportRecord | null =>
  tool === null
    ? null
    : (records
        .toSorted((a, b) => b.startedAtMs - a.startedAtMs)
        .find(({ tableKey, mapping }) => mapping && isToolKey(tableKey, tool)) ?? null);

/** The table key of a table nobody has imported, told apart where that one is taken. */
export function freshTableKey(identity: TableIdentity, records: readonly ImportRecord[]): string {
  const taken = new Set(records.map((record) => record.tableKey));
  for (let copy = 1; ; copy += 1) {
    const key = identityKey(identity, copy);
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
