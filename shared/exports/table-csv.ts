import { fileColumns, fileRow } from './report-table.ts';
import type { ReportTable } from './report-table.ts';
import { formatCsv } from './spreadsheet-cell.ts';

/** Excel takes a file for UTF-8 by this alone. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180): numbers with a point, days and times as ISO 8601, so that every program
 * reads the same. Numbers are never guarded as texts are: a negative one is no formula.
 */
export function tableCsv(table: ReportTable): string {
  const header = fileColumns(table).map(({ title }) => title);
  const rows = table.rows.map((row) => fileRow(table, row));
  return `${BYTE_ORDER_MARK}${formatCsv([header, ...rows])}`;
}
