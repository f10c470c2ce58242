import type { ReportCell, ReportColumn, ReportTable } from '#shared/exports/report-table';
import { isInstant } from '#shared/exports/report-table';
import {
  formatDateTime,
  formatDay,
  formatMoney,
  formatNumber,
  formatRatio,
  formatWorkTime,
} from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { ChartCell, ChartTable } from '../../../ui/charts/chart-table.ts';

interface FlowRow {
  readonly key: string;
  readonly cells: readonly ReportCell[];
  readonly onOpen?: (() => void) | undefined;
}

/** A panel's numbers: read in the app, copied, and taken out of it as files, all from the same values. */
export interface FlowTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly FlowRow[];
}

/** The columns that begin most tables: which piece of work, for what, by whom. */
export const WORK_COLUMNS = (): readonly ReportColumn[] => [
  { title: t('insightsFlow.work'), kind: 'text' },
  { title: t('insightsFlow.outcome'), kind: 'text' },
  { title: t('insightsFlow.member'), kind: 'text' },
];

export const chartTable = ({ columns, rows }: FlowTable): ChartTable => ({
  columns: columns.map(({ title, kind }) => ({
    label: title,
    align: kind === 'text' ? 'start' : 'end',
  })),
  rows: rows.map(({ key, cells, onOpen }) => ({
    key,
    cells: columns.map((column, at) => shownCell(column, cells[at] ?? null)),
    onOpen,
  })),
});

export const reportTable = (
  name: string,
  { columns, rows }: FlowTable,
  notes: readonly string[],
): ReportTable => ({ name, columns, rows: rows.map(({ cells }) => cells), notes });

function shownCell(column: ReportColumn, cell: ReportCell): ChartCell {
  if (cell === null) return { text: '–', value: null };
  if (isInstant(cell)) return formatDateTime(cell.atMs, cell.zone);
  if (typeof cell === 'string') {
    return column.kind === 'day' ? { text: formatDay(cell, 'dated'), value: cell } : cell;
  }
  return { text: numberWords(column, cell), value: cell };
}

function numberWords(column: ReportColumn, value: number): string {
  if (column.kind === 'money') return formatMoney(value, column.currency);
  if (column.kind === 'ratio') return formatRatio(value);
  return column.kind === 'duration' ? formatWorkTime(value) : formatNumber(value);
}
