/** One number or word of a table: as it is read and, where that differs, as it is copied. */
export type ChartCell =
  | string
  | {
      readonly text: string;
      /** The bare value, so that a spreadsheet can go on with it; null where there is none. */
      readonly value: number | string | null;
    };

export interface ChartColumn {
  readonly label: string;
  readonly align?: 'start' | 'end' | undefined;
}

export interface ChartRow {
  readonly key: string;
  readonly cells: readonly ChartCell[];
  /** Opens what is behind the row. */
  readonly onOpen?: (() => void) | undefined;
}

/** The numbers of a chart, in full: what it draws can always be read, sorted and copied. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

/** A value with its words; null reads as nothing known. */
export const cellOf = (value: number | null, format: (value: number) => string): ChartCell =>
  value === null ? { text: '–', value: null } : { text: format(value), value };

export const cellText = (cell: ChartCell | undefined): string =>
  typeof cell === 'object' ? cell.text : (cell ?? '');

export const cellValue = (cell: ChartCell | undefined): number | string | null =>
  typeof cell === 'object' ? cell.value : (cell ?? '');

/** Tab-separated with a heading, as spreadsheets paste it. */
export function tableText({ columns, rows }: ChartTable): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map(({ cells }) => columns.map((_, at) => copied(cellValue(cells[at])))),
  ];
  return lines.map((cells) => cells.map(pasteable).join('\t')).join('\n');
}

const copied = (value: number | string | null): string => (value === null ? '' : String(value));

/** A name that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
function pasteable(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) && Number.isNaN(Number(line)) ? `'${line}` : line;
}
