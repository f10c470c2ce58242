import type { DayKey } from '../day.ts';
import { offsetAt } from '../worktime/zone-offset.ts';

/** An instant with the zone in which it was noted (IANA). */
export interface ZonedInstant {
  readonly atMs: number;
  readonly zone: string;
}

/** Null where there is nothing to say. */
export type ReportCell = string | number | ZonedInstant | null;

/**
 * What a column holds: `ratio` 0–1, `money` in minor units of `currency`, `duration` in ms (written in
 * hours), `day` a `DayKey`, `instant` a `ZonedInstant`.
 */
export type ReportColumn =
  | {
      readonly title: string;
      readonly kind: 'text' | 'number' | 'ratio' | 'duration' | 'day' | 'instant';
    }
  | { readonly title: string; readonly kind: 'money'; readonly currency: string };

/** What a view shows, as it leaves the program: values and not their words. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** What the figures are of: days, filters, definitions. */
  readonly notes: readonly string[];
}

/** A column as files have it: an instant is three, so that nobody has to know the zone to read it. */
export interface FileColumn {
  readonly title: string;
  readonly kind: Exclude<ReportColumn['kind'], 'instant'> | 'utc' | 'zone' | 'local';
  readonly currency: string;
}

/** Wall-clock fields of a cell: texts, numbers in people's units, days. */
export type FileCell = string | number | null;

export const fileColumns = (table: ReportTable): readonly FileColumn[] =>
  table.columns.flatMap((column): readonly FileColumn[] => {
    const currency = column.kind === 'money' ? column.currency : '';
    if (column.kind !== 'instant') {
      return [{ title: titleOf(column), kind: column.kind, currency }];
    }
    return [
      { title: `${column.title} (UTC)`, kind: 'utc', currency },
      { title: `${column.title} zone`, kind: 'zone', currency },
      { title: `${column.title} (local)`, kind: 'local', currency },
    ];
  });

/** Units stand in the title: a bare 7.5 says nothing. */
function titleOf(column: ReportColumn): string {
  if (column.kind === 'money') return `${column.title} (${column.currency})`;
  return column.kind === 'duration' ? `${column.title} (hours)` : column.title;
}

/** A row as files have it, in the order of `fileColumns`. */
export function fileRow(table: ReportTable, row: readonly ReportCell[]): readonly FileCell[] {
  return table.columns.flatMap((column, at): readonly FileCell[] => {
    const cell = row[at] ?? null;
    if (column.kind !== 'instant') return [plainCell(column, cell)];
    return isInstant(cell) ? [utcText(cell.atMs), cell.zone, localText(cell)] : [null, null, null];
  });
}

function plainCell(column: ReportColumn, cell: ReportCell): FileCell {
  if (cell === null || isInstant(cell)) return null;
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return null;
  if (column.kind === 'duration') return Math.round((cell / HOUR_MS) * 1e6) / 1e6;
  return column.kind === 'money' ? cell / 10 ** minorDigits(column.currency) : cell;
}

const HOUR_MS = 3_600_000;

/** How many decimals a currency has (ISO 4217, as the runtime knows it); 2 where it is unknown. */
export function minorDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export const isInstant = (cell: ReportCell): cell is ZonedInstant =>
  typeof cell === 'object' && cell !== null;

/** `2026-11-22T14:05:09Z` */
const utcText = (ms: number): string => `${wholeSeconds(ms)}Z`;

const wholeSeconds = (ms: number): string =>
  new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19);

/** `2026-11-22T22:05:09`, the wall clock of its zone. */
const localText = ({ atMs, zone }: ZonedInstant): string =>
  wholeSeconds(atMs + offsetAt(zone, atMs));

/** A day of a row that holds it as text. */
export const dayCell = (day: DayKey): ReportCell => (day === '' ? null : day);
