import type { TableRow } from './parse-records.ts';
import { readNumber } from './read-number.ts';
import { readWallTime } from './read-date.ts';

export interface FoundHeader {
  /** Where it stands among the filled rows: rows before it are titles and notes. */
  readonly index: number;
  /** Null where the first row already holds values. */
  readonly row: TableRow | null;
  readonly names: readonly string[];
}

const PROBE_ROWS = 30;

/**
 * The row of headers: the first that is about as filled as the rows that follow it. Titles and spacer
 * rows above it (sheets linked to another tool) are passed over. `hasHeader` overrules the guess.
 */
export function findHeader(rows: readonly TableRow[], hasHeader: boolean | null): FoundHeader {
  const probe = rows.slice(0, PROBE_ROWS);
  const typical = median(probe.map(filledCount));
  const needed = Math.max(Math.min(2, typical), Math.ceil(typical * 0.5));
  const index = Math.max(
    0,
    probe.findIndex((row) => filledCount(row) >= needed),
  );
  const row = rows[index];
  if (row === undefined) return { index: 0, row: null, names: [] };
  if (hasHeader ?? !looksLikeValues(row)) {
    return { index, row, names: uniqueNames(trimmedCells(row)) };
  }
  const width = Math.max(...probe.slice(index).map((each) => each.cells.length));
  return { index, row: null, names: uniqueNames(Array.from({ length: width }, () => '')) };
}

/** Names that differ from one another: blanks become `Column 3`, repeats `Labels (2)`. */
export function uniqueNames(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.trim().replace(/\s+/g, ' ').slice(0, 120) || `Column ${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base} (${copy})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Cells up to the last filled one: trailing separators make no columns. */
function trimmedCells(row: TableRow): readonly string[] {
  const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
  return row.cells.slice(0, last + 1);
}

/** Headers name things; a row in which dates and numbers stand is no header. */
function looksLikeValues(row: TableRow): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const values = filled.filter(
    (cell) => readWallTime(cell, 'dmy') !== null || readNumber(cell, '.') !== null,
  );
  return values.length > filled.length * 0.3;
}

const filledCount = (row: TableRow): number =>
  row.cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);

function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
