import { checklistKey, readChecklists } from './checklists.ts';
import type { Mapping } from './mapping.ts';
import { nameKey } from './mapping.ts';
import type { TableRow } from './parse-records.ts';

/** What a row's neighbours say of it: read from all rows before any of them is drafted. */
export interface TableContext {
  /** Rows that are part of another, by that one's key; in the table's order. */
  readonly partsOf: ReadonlyMap<string, readonly TableRow[]>;
  /** The lines of those rows. */
  readonly partLines: ReadonlySet<number>;
  /** Checklists that more than one row has, by `checklistKey`. */
  readonly repeatedChecklists: ReadonlySet<string>;
}

/** So deep may rows lie within one another; what lies deeper, or in a circle, stands alone. */
const MAX_DEPTH = 20;

export function contextOf(rows: readonly TableRow[], mapping: Mapping): TableContext {
  const { columns } = mapping;
  const repeatedChecklists =
    mapping.checklists === 'repeated' && columns.checklists !== undefined
      ? repeatedOf(rows, columns.checklists)
      : new Set<string>();
  if (columns.parent === undefined || columns.key === undefined) {
    return { partsOf: new Map(), partLines: new Set(), repeatedChecklists };
  }
  return { ...familiesOf(rows, mapping, columns.key, columns.parent), repeatedChecklists };
}

function familiesOf(
  rows: readonly TableRow[],
  { titleColumns }: Mapping,
  keyColumn: number,
  parentColumn: number,
): Pick<TableContext, 'partsOf' | 'partLines'> {
  const [title] = titleColumns;
  const keys = new Set<string>();
  const keyByTitle = new Map<string, string>();
  for (const row of rows) {
    const key = cellText(row, keyColumn);
    keys.add(key);
    const name = nameKey(cellText(row, title));
    if (name !== '' && !keyByTitle.has(name)) keyByTitle.set(name, key);
  }
  const parentOf = new Map<string, string>();
  for (const row of rows) {
    const named = cellText(row, parentColumn);
    if (named === '') continue;
    // Parents are named by their key, in hand-made tables by their title.
    const parent = keys.has(named) ? named : keyByTitle.get(nameKey(named));
    if (parent !== undefined) parentOf.set(cellText(row, keyColumn), parent);
  }
  const partsOf = new Map<string, TableRow[]>();
  const partLines = new Set<number>();
  for (const row of rows) {
    const key = cellText(row, keyColumn);
    const parent = parentOf.get(key);
    if (parent === undefined || !hasTop(key, parentOf)) continue;
    partLines.add(row.line);
    const held = partsOf.get(parent);
    if (held) held.push(row);
    else partsOf.set(parent, [row]);
  }
  return { partsOf, partLines };
}

function hasTop(key: string, parentOf: ReadonlyMap<string, string>): boolean {
  let at = key;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const parent = parentOf.get(at);
    if (parent === undefined) return true;
    at = parent;
  }
  return false;
}

function repeatedOf(rows: readonly TableRow[], column: number): ReadonlySet<string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const row of rows) {
    for (const list of readChecklists(cellText(row, column)) ?? []) {
      const key = checklistKey(list);
      if (met.has(key)) repeated.add(key);
      else met.add(key);
    }
  }
  return repeated;
}

const cellText = ({ cells }: TableRow, column: number | undefined): string =>
  column === undefined ? '' : (cells[column]?.trim() ?? '');
