import type { Json } from '../json.ts';
import { fileColumns, fileRow } from './report-table.ts';
import type { FileCell, ReportTable } from './report-table.ts';

/**
 * Tables as JSON: `{ format, madeAt, tables: [{ name, notes, columns: [{ title, kind, currency? }], rows }] }`,
 * each row an object by column title. Money is in whole units of its currency, durations in hours.
 */
export function tablesJson(tables: readonly ReportTable[], madeAtMs: number): string {
  const madeAt = new Date(madeAtMs).toISOString();
  return JSON.stringify(
    { format: 'outlog-report', v: 1, madeAt, tables: tables.map(tableOf) },
    null,
    1,
  );
}

function tableOf(table: ReportTable): Json {
  const columns = fileColumns(table);
  return {
    name: table.name,
    notes: [...table.notes],
    columns: columns.map(({ title, kind, currency }) => ({
      title,
      kind,
      ...(currency && { currency }),
    })),
    rows: table.rows.map((row) =>
      rowOf(
        columns.map(({ title }) => title),
        fileRow(table, row),
      ),
    ),
  };
}

const rowOf = (titles: readonly string[], cells: readonly FileCell[]): Record<string, FileCell> =>
  Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? null]));
