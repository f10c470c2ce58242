import type { TableRow } from '../parse-records.ts';
import { cellText, columnOf, numberText } from './cell-text.ts';
import { serialText } from './serial-date.ts';
import type { ElementReader } from './xml-elements.ts';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** Of each cell style, whether it shows a date. */
  readonly areDates: readonly boolean[];
  readonly is1904: boolean;
  readonly maxColumns: number;
  /** Takes a row with its number; answers whether to go on. */
  readonly visit: (row: TableRow) => boolean;
}

/**
 * Reads a sheet's rows as text. Formulas are never evaluated: what the program that wrote the file
 * worked out last is read, and a formula without it counts in `uncomputedRows`.
 */
export class SheetReader implements ElementReader {
  readonly uncomputedRows: number[] = [];
  isTooWide = false;
  isStopped = false;
  rowNumber = 0;
  readonly #context: SheetContext;
  #cells: string[] = [];
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;
  #hasValue = false;
  #hasFormula = false;
  #isReading = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || (name === 't' && !this.#isReading)) this.#isValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#isReading = true;
    else if (name === 'row') {
      const number = Number(attributes['r']);
      this.rowNumber = Number.isInteger(number) && number > 0 ? number : this.rowNumber + 1;
      this.#cells = [];
      this.#column = 0;
    }
  };

  readonly text = (text: string): void => {
    if (!this.#isValue) return;
    this.#value += text;
    this.#hasValue = true;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row' && !this.isStopped) {
      this.isStopped = !this.#context.visit({ line: this.rowNumber, cells: this.#cells });
    }
  };

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#column = columnOf(attributes['r']) ?? this.#column;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#value = '';
    this.#hasValue = false;
    this.#hasFormula = false;
  }

  #closeCell(): void {
    if (this.#hasFormula && !this.#hasValue && this.uncomputedRows.at(-1) !== this.rowNumber) {
      this.uncomputedRows.push(this.rowNumber);
    }
    const text = this.#hasValue ? this.#cellText() : '';
    if (text !== '') {
      if (this.#column >= this.#context.maxColumns) this.isTooWide = true;
      else {
        while (this.#cells.length < this.#column) this.#cells.push('');
        this.#cells[this.#column] = text;
      }
    }
    this.#column += 1;
  }

  #cellText(): string {
    const { strings, areDates, is1904 } = this.#context;
    if (this.#type === 's') return strings[Number(this.#value)] ?? '';
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'n') return cellText(this.#value);
    const isDate = areDates[this.#style] ?? false;
    return (isDate && serialText(Number(this.#value), is1904)) || numberText(this.#value);
  }
}
