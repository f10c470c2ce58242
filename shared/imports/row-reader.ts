import { minorDigits } from '../deliverables/log-line-amounts.ts';
import type { Checklist } from './checklists.ts';
import { readChecklists } from './checklists.ts';
import { stateOf } from './draft-parts.ts';
import { namedCurrency } from './named-currency.ts';
import { instantReader } from './instant.ts';
import type { DatePart, ReadInstant } from './instant.ts';
import type { ColumnField, DateField, Mapping } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import { readNumber } from './read-number.ts';
import { readWaits } from './read-waits.ts';
import type { Wait } from './read-waits.ts';
import type { RowProblem, RowReason } from './row-problem.ts';
import { rowProblem } from './row-problem.ts';
import type { WorkState } from './work-state.ts';

/** Names end here: longer ones are texts in the wrong column. */
const NAME_CHARS = 120;

/** Reads rows' cells by a mapping; what cannot be read is noted in `problems`, never dropped. */
export class RowReader {
  readonly #headers: readonly string[];
  readonly #mapping: Mapping;
  readonly #readInstant: ReturnType<typeof instantReader>;
  #row: TableRow = { line: 0, cells: [] };
  #problems: RowProblem[] = [];

  constructor(headers: readonly string[], mapping: Mapping) {
    this.#headers = headers;
    this.#mapping = mapping;
    this.#readInstant = instantReader(mapping.zone, mapping.dateOrder ?? 'dmy');
  }

  /** Goes to another row; its problems are its own. */
  turnTo(row: TableRow): void {
    this.#row = row;
    if (this.#problems.length > 0) this.#problems = [];
  }

  /** What could not be read of the row so far. */
  get problems(): readonly RowProblem[] {
    return this.#problems;
  }

  isMapped(field: ColumnField): boolean {
    return this.#mapping.columns[field] !== undefined;
  }

  headerOf(field: ColumnField): string {
    return this.#headers[this.#mapping.columns[field] ?? -1] ?? '';
  }

  reject(field: ColumnField, reason: RowReason, value: string, otherLine?: number): void {
    this.#problems.push(rowProblem(this.#row.line, this.headerOf(field), reason, value, otherLine));
  }

  rejectRow(reason: RowReason): void {
    this.#problems.push(rowProblem(this.#row.line, '', reason, ''));
  }

  rejectName(column: number | null, reason: RowReason): void {
    const header = column === null ? '' : (this.#headers[column] ?? '');
    this.#problems.push(rowProblem(this.#row.line, header, reason, ''));
  }

  text(field: ColumnField): string {
    return this.#cell(this.#mapping.columns[field]);
  }

  number(field: ColumnField): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const value = readNumber(text, this.#mapping.decimal);
    if (value === null) this.reject(field, 'number-unreadable', text);
    else if (value < 0 && field !== 'value') this.reject(field, 'number-negative', text);
    return value;
  }

  /** Minor units of the currency that the cell names, else of the workspace's. */
  money(field: ColumnField): number | null {
    const value = this.number(field);
    const named = this.currency(field);
    const digits = named === null ? this.#mapping.currencyDigits : minorDigits(named);
    return value === null ? null : Math.round(value * 10 ** digits);
  }

  /** ISO 4217 code of the currency that a cell names beyond doubt; null of none. */
  currency(field: ColumnField): string | null {
    return namedCurrency(this.text(field));
  }

  date(field: DateField | 'touched', part: DatePart): ReadInstant | null {
    const text = this.text(field);
    if (text === '') return null;
    const read = this.#readInstant(text, part);
    if (!read) this.reject(field, 'date-unreadable', text);
    return read;
  }

  waits(): readonly Wait[] {
    const text = this.text('waits');
    const waits = readWaits(text, (each) => this.#readInstant(each)?.ms ?? null);
    if (!waits) this.reject('waits', 'waits-unreadable', text);
    return waits ?? [];
  }

  checklists(): readonly Checklist[] {
    const text = this.text('checklists');
    const lists = readChecklists(text);
    if (!lists) this.reject('checklists', 'checklist-unreadable', text);
    return lists ?? [];
  }

  /** Keys of other rows, a line or a comma apart. */
  keys(field: 'needs'): readonly string[] {
    const keys = this.text(field)
      .slice(0, 8_000)
      .split(/[\n,;]/);
    return keys.map((key) => key.trim()).filter(Boolean);
  }

  statusText(): string {
    return this.#cell(this.#mapping.status.column ?? undefined);
  }

  /** What the row's status says; null where it has none. */
  state(): WorkState | null {
    const text = this.statusText();
    return text === '' ? null : stateOf(text, this.#mapping.status.matches);
  }

  rejectStatus(reason: RowReason): void {
    const header = this.#headers[this.#mapping.status.column ?? -1] ?? '';
    this.#problems.push(rowProblem(this.#row.line, header, reason, this.statusText()));
  }

  email(): string {
    const text = this.#cell(this.#mapping.email ?? undefined).toLowerCase();
    return /^\S{1,64}@\S{1,190}$/.test(text) ? text : '';
  }

  /** Filled cells in one line. */
  joined(columns: readonly number[]): string {
    return this.#filled(columns)
      .map((column) => this.#cell(column).replace(/\s+/g, ' '))
      .join(' · ');
  }

  /** Filled cells in a line each, with their headers where several are filled. */
  listed(columns: readonly number[]): string {
    const filled = this.#filled(columns);
    const isNamed = filled.length > 1;
    return filled
      .map((column) => (isNamed ? `${this.#headers[column] ?? ''}: ` : '') + this.#cell(column))
      .join('\n');
  }

  named(column: number | null): string {
    return column === null ? '' : this.#cell(column).replace(/\s+/g, ' ').slice(0, NAME_CHARS);
  }

  #cell(column: number | undefined): string {
    return column === undefined ? '' : (this.#row.cells[column]?.trim() ?? '');
  }

  #filled(columns: readonly number[]): readonly number[] {
    return columns.filter((column) => this.#cell(column) !== '');
  }
}
