import type { Mapping } from '#shared/imports/mapping';
import type { TableDraft, TableOutline } from '#shared/imports/table-session';
import type { TableReader } from './table-requests.ts';

/** A table, what was chosen for it, and who imports it. */
export interface ImportRequest {
  readonly reader: TableReader;
  readonly fileName: string;
  readonly outline: TableOutline;
  readonly mapping: Mapping;
  readonly tableKey: string;
  /** What the mapping makes of the rows: of the last `draft` call. */
  readonly draft: TableDraft;
  /** A new one, or that of an import of the same table which was cut off and is to be finished. */
  readonly importId: string;
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** Rows that are compared, saved or taken back in one go. */
export const ROWS_AT_ONCE = 1_000;
