import type { ReportTable } from '#shared/exports/report-table';
import { tableCsv } from '#shared/exports/table-csv';
import { tablesJson } from '#shared/exports/table-json';
import { workbookBytes } from './workbook.ts';

export const TABLE_KINDS = ['csv', 'xlsx', 'json'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export interface TableFile {
  readonly kind: TableKind;
  /** A CSV file holds the first of them alone. */
  readonly tables: readonly ReportTable[];
  readonly madeAtMs: number;
}

/** A file's bytes. */
export async function tableBytes({
  kind,
  tables,
  madeAtMs,
}: TableFile): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'xlsx') return await workbookBytes(tables);
  const [first] = tables;
  if (kind === 'json') return new TextEncoder().encode(tablesJson(tables, madeAtMs));
  return new TextEncoder().encode(first ? tableCsv(first) : '');
}
