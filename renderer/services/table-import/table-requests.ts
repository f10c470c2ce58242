import type { Draft } from '#shared/imports/draft';
import type { Mapping } from '#shared/imports/mapping';
import type { TableRow } from '#shared/imports/parse-records';
import type { ReadChoices } from '#shared/imports/table';
import type { TableFailure } from '#shared/imports/table-failure';
import type { TableDraft, TableOutline } from '#shared/imports/table-session';
import type { Result } from '#shared/result';

type Opened = Result<TableOutline, TableFailure>;

/** What can be asked of a table, and what comes back. */
export interface TableCalls {
  readonly open: { readonly input: Uint8Array; readonly output: Opened };
  /** The same bytes read with another encoding, delimiter or header. */
  readonly reopen: { readonly input: ReadChoices; readonly output: Opened };
  /** What a mapping makes of all rows; `take` then gives them. */
  readonly draft: {
    readonly input: { readonly mapping: Mapping; readonly tableKey: string };
    readonly output: TableDraft;
  };
  readonly take: {
    readonly input: { readonly from: number; readonly count: number };
    readonly output: readonly Draft[];
  };
  /** The cells of rows that the last draft rejected, the first so many. */
  readonly rejectedRows: { readonly input: number; readonly output: readonly TableRow[] };
}

export type TableCall = keyof TableCalls;

export type TableRequest = {
  [C in TableCall]: { readonly name: C; readonly input: TableCalls[C]['input'] };
}[TableCall];

export type TableAnswer = TableCalls[TableCall]['output'];

/** One table that was opened. */
export type TableReader = {
  readonly [C in TableCall]: (input: TableCalls[C]['input']) => Promise<TableCalls[C]['output']>;
} & {
  /** Frees what holds the table; calls under way reject. */
  readonly close: () => void;
};
