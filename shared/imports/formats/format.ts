import type { HeaderMeaning } from '../header-words.ts';
import type { TableRow } from '../parse-records.ts';

/** Programs whose exports are known by their headers. */
export const TOOLS = ['asana', 'trello', 'jira', 'clickup', 'todoist', 'tallyfy'] as const;
export type Tool = (typeof TOOLS)[number];

/** A table as it stands in a file. */
export interface SourceTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Rows that are no work of their own, and why; `lines` names the first. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  readonly lines: readonly number[];
}

export const LEFT_OUT_REASONS = [
  'section',
  'comment',
  'setting',
  'step',
  'status',
  'subtask-step',
  'subtask',
  'others-work',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Which column holds what, by position; several columns can make a note. */
export type Meanings = Readonly<
  Partial<Record<Exclude<HeaderMeaning, 'note'>, number>> & { readonly note?: readonly number[] }
>;

/**
 * A tool's table made plain: one row for each piece of work, one value in a cell. Columns are added after
 * the file's own, which stay as they are to be seen and chosen.
 */
export interface ShapedTable extends SourceTable {
  readonly meanings: Meanings;
  readonly leftOut: readonly LeftOut[];
  /** What was exported (a board, a project), by which its next export is known; empty where nothing says. */
  readonly source: string;
  /** IANA zone that the file itself names for its dates. */
  readonly zone: string | null;
}

export interface Format {
  readonly tool: Tool;
  /** `keys` are the headers by `headerKey`. */
  readonly recognises: (keys: ReadonlySet<string>) => boolean;
  readonly shape: (table: SourceTable) => ShapedTable;
}
