import { headerKey } from '../header-words.ts';
import type { TableRow } from '../parse-records.ts';
import type { LeftOut, LeftOutReason } from './format.ts';

/** Finds a table's columns by their headers, whatever their case and spaces. */
export class Columns {
  readonly #keys: readonly string[];

  constructor(headers: readonly string[]) {
    // `Labels (2)` is the second column of that name.
    this.#keys = headers.map((header) => headerKey(header.replace(/ \(\d+\)$/, '')));
  }

  /** The first column with one of the names, or undefined. */
  find(...names: readonly string[]): number | undefined {
    for (const name of names) {
      const index = this.#keys.indexOf(name);
      if (index >= 0) return index;
    }
    return undefined;
  }

  /** Every column with that name: some tools repeat a header for each value. */
  all(name: string): readonly number[] {
    return this.#keys.flatMap((key, index) => (key === name ? [index] : []));
  }
}

export const cellOf = ({ cells }: TableRow, column: number | undefined): string =>
  column === undefined ? '' : (cells[column]?.trim() ?? '');

/** A row with values after the file's own columns, however wide it is. */
export function withCells(row: TableRow, width: number, added: readonly string[]): TableRow {
  const cells = row.cells.slice(0, width);
  while (cells.length < width) cells.push('');
  cells.push(...added);
  return { line: row.line, cells };
}

const LINES_SHOWN = 20;

/** Counts what is left out, by reason. */
export class LeftOutRows {
  readonly #lines = new Map<LeftOutReason, { count: number; lines: number[] }>();

  add(reason: LeftOutReason, line: number): void {
    const held = this.#lines.get(reason) ?? { count: 0, lines: [] };
    held.count += 1;
    if (held.lines.length < LINES_SHOWN) held.lines.push(line);
    this.#lines.set(reason, held);
  }

  get list(): readonly LeftOut[] {
    return [...this.#lines].map(([reason, held]) => ({ reason, ...held }));
  }
}

/** The commonest value of a column: what the table as a whole is an export of. */
export function commonest(rows: readonly TableRow[], column: number | undefined): string {
  const counts = new Map<string, number>();
  let best = '';
  for (const row of rows) {
    const value = cellOf(row, column);
    if (value === '') continue;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && value < best)) {
      best = value;
    }
  }
  return best;
}

/** Positions without those that are not there. */
export const present = (columns: readonly (number | undefined)[]): readonly number[] =>
  columns.flatMap((column) => (column === undefined ? [] : [column]));

/** An object without what is undefined, as optional fields want it. */
export function known<T extends object>(values: {
  readonly [K in keyof T]?: T[K] | undefined;
}): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  // The fields are those of `values`, less the undefined ones.
  return Object.fromEntries(entries) as Partial<T>;
}
