import type { ReportBlock, ReportDocument } from '#shared/exports/report-document';

export type WrittenTable = Extract<ReportBlock, { readonly kind: 'table' }>;

/** More columns than this do not fit side by side on a sheet that stands upright. */
const UPRIGHT_COLUMNS = 12;

/** The places of a table's columns that say something: what is empty in every row takes no room on paper. */
export const shownColumns = (table: WrittenTable): readonly number[] =>
  table.columns.flatMap((_, at) => (saysSomething(table, at) ? [at] : []));

/** How a report's sheets lie: across where one of its tables is too wide to stand. */
export const orientationOf = ({ blocks }: ReportDocument): 'portrait' | 'landscape' =>
  blocks.some((block) => block.kind === 'table' && shownColumns(block).length > UPRIGHT_COLUMNS)
    ? 'landscape'
    : 'portrait';

/** The first column names the row, whatever is in it. */
const saysSomething = ({ rows }: WrittenTable, at: number): boolean =>
  at === 0 ||
  rows.length === 0 ||
  rows.some((row) => {
    const text = row[at]?.text ?? '';
    return text !== '' && text !== '–';
  });
