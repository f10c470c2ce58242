import type { CellObject, Row, Sheet } from 'write-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import type { FileCell, FileColumn, ReportTable } from '#shared/exports/report-table';
import { fileColumns, fileRow, minorDigits } from '#shared/exports/report-table';

/** Excel's own limits (Microsoft, "Excel specifications and limits"). */
const MOST_ROWS = 1_048_576;
const MOST_CELL_CHARS = 32_767;
const MOST_SHEET_NAME_CHARS = 31;

/**
 * Tables as one Excel workbook, a sheet each: numbers, money and dates as what they are, so that every
 * spreadsheet shows them in its owner's own way. Texts are stored as texts and never evaluated.
 */
export async function workbookBytes(
  tables: readonly ReportTable[],
): Promise<Uint8Array<ArrayBuffer>> {
  const names = new SheetNames();
  const sheets = tables.map((table) => sheetOf(table, names.take(table.name)));
  const blob = await writeWorkbook(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function sheetOf(table: ReportTable, name: string): Sheet<Blob> {
  const columns = fileColumns(table);
  const header: Row = columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
  }));
  const rows = table.rows
    .slice(0, MOST_ROWS - 1)
    .map((row) => fileRow(table, row).map((cell, at) => cellOf(cell, columns[at])));
  return {
    data: [header, ...rows],
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ title, kind }) => ({ width: widthOf(title, kind) })),
  };
}

function cellOf(cell: FileCell, column: FileColumn | undefined): CellObject | null {
  if (cell === null || column === undefined) return null;
  if (typeof cell === 'number') return { value: cell, type: Number, format: formatOf(column) };
  const atMs = DATED.has(column.kind) ? Date.parse(withZone(cell)) : Number.NaN;
  if (Number.isNaN(atMs)) return { value: plainText(cell), type: String };
  return {
    value: new Date(atMs),
    type: Date,
    format: column.kind === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss',
  };
}

/** Without the signs that XML does not take (XML 1.0, 2.2), which Excel calls a damaged file. */
const plainText = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '')
    .slice(0, MOST_CELL_CHARS);

const DATED: ReadonlySet<string> = new Set(['day', 'utc', 'local']);

/** A workbook's dates have no zone: each wall clock is written as it reads. */
function withZone(text: string): string {
  if (text.length === 'yyyy-mm-dd'.length) return `${text}T00:00:00Z`;
  return text.endsWith('Z') ? text : `${text}Z`;
}

function formatOf({ kind, currency }: FileColumn): string {
  if (kind === 'ratio') return '0.0%';
  if (kind === 'duration') return '#,##0.00';
  if (kind !== 'money') return '#,##0.######';
  const digits = minorDigits(currency);
  return `#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
}

function widthOf(title: string, kind: FileColumn['kind']): number {
  const least = DATED.has(kind) ? 19 : 9;
  return Math.min(40, Math.max(least, title.length + 2));
}

/** Names that Excel takes: short, without its own signs, and no two the same. */
class SheetNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const plain = wanted.replaceAll(/[\\/?*[\]:'\s]+/g, ' ').trim() || 'Sheet';
    let name = plain.slice(0, MOST_SHEET_NAME_CHARS).trim();
    for (let count = 2; this.#taken.has(name.toLowerCase()); count += 1) {
      const ending = ` ${count}`;
      name = `${plain.slice(0, MOST_SHEET_NAME_CHARS - ending.length)}${ending}`;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
