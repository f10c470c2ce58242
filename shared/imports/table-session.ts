import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import type { ColumnProfile } from './column-profile.ts';
import { profileColumns } from './column-profile.ts';
import type { DecodeBytes } from './decode-text.ts';
import type { Draft } from './draft.ts';
import { rowDrafter } from './draft-rows.ts';
import type { ImportFacts } from './import-facts.ts';
import { countNames, importFacts } from './import-facts.ts';
import type { Mapping } from './mapping.ts';
import { nameKey } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import type { NameCount } from './resolve-names.ts';
import type { RowProblem } from './row-problem.ts';
import type { ReadChoices, Table } from './table.ts';
import { readTable } from './table.ts';
import type { TableFailure } from './table-failure.ts';

/** What the window shows of a table: everything but its rows. */
export interface TableOutline extends Omit<Table, 'rows'> {
  readonly rowCount: number;
  readonly profiles: readonly ColumnProfile[];
  readonly firstRows: readonly TableRow[];
}

/** What a mapping makes of all rows. */
export interface TableDraft {
  readonly draftCount: number;
  /** The first of them, by line. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly rejectedRowCount: number;
  /** Rows whose dates run backwards, taken as they are. */
  readonly outOfOrderLines: readonly number[];
  readonly outOfOrderCount: number;
  readonly memberNames: readonly NameCount[];
  readonly outcomeNames: readonly NameCount[];
  readonly unnamedMemberCount: number;
  readonly unnamedOutcomeCount: number;
  readonly facts: ImportFacts;
}

const FIRST_ROWS = 60;
const MAX_PROBLEMS = 5_000;
const MAX_LINES = 20;

/** One table in hand, between its bytes and its drafts. Lives in a worker: no step waits for the window. */
export class TableSession {
  readonly #decode: DecodeBytes;
  #bytes: Uint8Array = new Uint8Array();
  #table: Table | null = null;
  #drafts: readonly Draft[] = [];

  constructor(decode: DecodeBytes) {
    this.#decode = decode;
  }

  open(bytes: Uint8Array): Result<TableOutline, TableFailure> {
    this.#bytes = bytes;
    return this.reopen({});
  }

  /** Reads the same bytes with another encoding, delimiter or header. */
  reopen(choices: ReadChoices): Result<TableOutline, TableFailure> {
    const read = readTable(this.#bytes, this.#decode, choices);
    if (!read.ok) return read;
    this.#table = read.value;
    this.#drafts = [];
    const { rows, ...rest } = read.value;
    return ok({
      ...rest,
      rowCount: rows.length,
      profiles: profileColumns(read.value),
      firstRows: rows.slice(0, FIRST_ROWS),
    });
  }

  draft(mapping: Mapping, tableKey: string): TableDraft {
    const table = this.#table;
    if (!table) throw new Error('No table is open');
    const draftRow = rowDrafter(table, mapping, tableKey);
    const drafts: Draft[] = [];
    const problems: RowProblem[] = [];
    let problemCount = 0;
    for (const row of table.rows) {
      const drafted = draftRow(row);
      if (drafted.draft) drafts.push(drafted.draft);
      problemCount += drafted.problems.length;
      if (problems.length < MAX_PROBLEMS) problems.push(...drafted.problems);
    }
    this.#drafts = inStoringOrder(drafts);
    const outOfOrder = drafts.filter((draft) => draft.isOutOfOrder);
    return {
      draftCount: drafts.length,
      problems,
      problemCount,
      rejectedRowCount: table.rows.length - drafts.length,
      outOfOrderLines: outOfOrder.slice(0, MAX_LINES).map((draft) => draft.line),
      outOfOrderCount: outOfOrder.length,
      memberNames: countNames(drafts.map((draft) => draft.memberName)),
      outcomeNames: countNames(drafts.map((draft) => draft.outcomeName)),
      unnamedMemberCount: drafts.filter((draft) => draft.memberName === '').length,
      unnamedOutcomeCount: drafts.filter((draft) => draft.outcomeName === '').length,
      facts: importFacts(drafts),
    };
  }

  take(from: number, count: number): readonly Draft[] {
    return this.#drafts.slice(from, from + count);
  }
}

/** By member and month, as records are kept: a chunk of neighbours touches few of them. */
function inStoringOrder(drafts: readonly Draft[]): readonly Draft[] {
  const keyed = drafts.map((draft) => ({
    draft,
    key: `${nameKey(draft.memberName)}|${draft.ids[0] ?? ''}`,
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ draft }) => draft);
}
