import type { Failure } from '../result.ts';

/** What a table may hold; beyond it reading stops with a failure that names the place. */
export const TABLE_LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  /** One record, quoted line breaks included. */
  recordChars: 1024 * 1024,
  columns: 1_000,
  rows: 500_000,
  /** A longer cell rejects its row; spreadsheets end at 32,767. */
  cellChars: 32_767,
} as const;

/** Why a file cannot be read as a table. `detail` holds `line`, `chars`, `limit` or `format` where they apply. */
export type TableFailureCode =
  | 'table-empty'
  | 'table-header-only'
  | 'table-too-large'
  | 'table-binary'
  | 'table-workbook'
  | 'table-inflates'
  | 'table-json'
  | 'table-markup'
  | 'table-bad-encoding'
  | 'table-line-too-long'
  | 'table-too-wide'
  | 'table-too-many-rows'
  | 'table-quotes-broken';

export type TableFailure = Failure<TableFailureCode>;
