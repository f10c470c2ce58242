import { instantReader } from './instant.ts';
import type { DatePart, ReadInstant } from './instant.ts';
import type { ColumnField, DateField, Mapping } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import { readNumber } from './read-number.ts';
import { readWaits } from './read-waits.ts';
import type { Wait } from './read-waits.ts';
import type { RowProblem, RowReason } from './row-problem.ts';
import { rowProblem } from './row-problem.ts';

/** Reads one row's cells by the mapping; what cannot be read is noted in `problems`, never dropped. */
export interface RowReader {
  readonly problems: readonly RowProblem[];
  isMapped(field: ColumnField): boolean;
  text(field: ColumnField): string;
  number(field: ColumnField): number | null;
  /** Minor units of the currency. */
  money(field: ColumnField): number | null;
  date(field: DateField, part: DatePart): ReadInstant | null;
  waits(): readonly Wait[];
  joined(columns: readonly number[]): string;
  listed(columns: readonly number[]): string;
  named(column: number | null): string;
  headerOf(field: ColumnField): string;
  reject(field: ColumnField, reason: RowReason, value: string, otherLine?: number): void;
  rejectRow(column: string, reason: RowReason): void;
}

/** Names end here: longer ones are texts in the wrong column. */
const NAME_CHARS = 120;

export function rowReader(
  headers: readonly string[],
  mapping: Mapping,
): (row: TableRow) => RowReader {
  const { columns, decimal } = mapping;
  const readInstant = instantReader(mapping.zone, mapping.dateOrder ?? 'dmy');
  const minorPerUnit = 10 ** mapping.currencyDigits;
  const headerOf = (field: ColumnField): string => headers[columns[field] ?? -1] ?? '';
  return ({ line, cells }) => {
    const problems: RowProblem[] = [];
    const cell = (column: number | undefined): string =>
      column === undefined ? '' : (cells[column]?.trim() ?? '');
    const reject: RowReader['reject'] = (field, reason, value, otherLine) => {
      problems.push(rowProblem(line, headerOf(field), reason, value, otherLine));
    };
    const number = (field: ColumnField): number | null => {
      const text = cell(columns[field]);
      if (text === '') return null;
      const value = readNumber(text, decimal);
      if (value === null) reject(field, 'number-unreadable', text);
      else if (value < 0 && field !== 'value') reject(field, 'number-negative', text);
      return value;
    };
    return {
      problems,
      isMapped: (field) => columns[field] !== undefined,
      text: (field) => cell(columns[field]),
      number,
      money: (field) => {
        const value = number(field);
        return value === null ? null : Math.round(value * minorPerUnit);
      },
      date: (field, part) => {
        const text = cell(columns[field]);
        if (text === '') return null;
        const read = readInstant(text, part);
        if (!read) reject(field, 'date-unreadable', text);
        return read;
      },
      waits: () => {
        const text = cell(columns.waits);
        const waits = readWaits(text, (each) => readInstant(each)?.ms ?? null);
        if (!waits) reject('waits', 'waits-unreadable', text);
        return waits ?? [];
      },
      joined: (list) => {
        const parts = list.map((column) => cell(column).replace(/\s+/g, ' '));
        return parts.filter((part) => part !== '').join(' · ');
      },
      listed: (list) => {
        const filled = list.filter((column) => cell(column) !== '');
        const isNamed = list.length > 1;
        return filled
          .map((column) => (isNamed ? `${headers[column] ?? ''}: ${cell(column)}` : cell(column)))
          .join('\n');
      },
      named: (column) =>
        column === null ? '' : cell(column).replace(/\s+/g, ' ').slice(0, NAME_CHARS),
      headerOf,
      reject,
      rejectRow: (column, reason) => {
        problems.push(rowProblem(line, column, reason, ''));
      },
    };
  };
}
