import { numberOf, textOf } from '../record-fields.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import type { ColumnProfile } from './column-profile.ts';
import { profileColumns } from './column-profile.ts';
import type { DecodeBytes } from './decode-text.ts';
import type { Draft } from './draft.ts';
import { rowDrafter } from './draft-rows.ts';
import { LeftOutRows } from './formats/columns.ts';
import type { LeftOut } from './formats/format.ts';
import type { ImportFacts } from './import-facts.ts';
import { countNames, importFacts } from './import-facts.ts';
import type { Mapping } from './mapping.ts';
import { nameKey } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import type { NameCount } from './resolve-names.ts';
import type { RowProblem } from './row-problem.ts';
import { sourceHashOf } from './source-keys.ts';
import { readSource } from './source-table.ts';
import type { ReadChoices, Table } from './table.ts';
import { contextOf } from './table-context.ts';
import type { TableProcedure } from './table-procedures.ts';
import { ProcedureList } from './table-procedures.ts';
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
  /** Rows that are no work of their own, by reason: those of the format first. */
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Checklists that become SOPs, each once; the commonest first. */
  readonly procedures: readonly TableProcedure[];
  /** The values of the status column as first written, the commonest first. */
  readonly statuses: readonly NameCount[];
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
  #rejectedRows: TableRow[] = [];

  constructor(decode: DecodeBytes) {
    this.#decode = decode;
  }

  open(bytes: Uint8Array): Result<TableOutline, TableFailure> {
    this.#bytes = bytes;
    return this.reopen({});
  }

  /** Reads the same bytes with another encoding, delimiter or header. */
  reopen(choices: ReadChoices): Result<TableOutline, TableFailure> {
    const read = readSource(this.#bytes, this.#decode, choices);
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
    const draftRow = rowDrafter(table, mapping, tableKey, contextOf(table.rows, mapping));
    const drafts: Draft[] = [];
    const needKeys = new Map<string, readonly string[]>();
    const problems: RowProblem[] = [];
    const leftOut = new LeftOutRows();
    const procedures = new ProcedureList();
    this.#rejectedRows = [];
    let problemCount = 0;
    for (const row of table.rows) {
      const drafted = draftRow(row);
      if (drafted.leftOut) leftOut.add(drafted.leftOut, row.line);
      if (drafted.draft) {
        drafts.push(drafted.draft);
        if (drafted.needKeys.length > 0) needKeys.set(drafted.draft.key, drafted.needKeys);
        for (const list of drafted.procedures) procedures.add(list, drafted.draft);
      } else if (!drafted.leftOut) this.#rejectedRows.push(row);
      problemCount += drafted.problems.length;
      if (problems.length < MAX_PROBLEMS) problems.push(...drafted.problems);
    }
    linkNeeds(drafts, needKeys);
    this.#drafts = inStoringOrder(drafts);
    const outOfOrder = drafts.filter((draft) => draft.isOutOfOrder);
    return {
      draftCount: drafts.length,
      problems,
      problemCount,
      rejectedRowCount: this.#rejectedRows.length,
      leftOut: [...table.leftOut, ...leftOut.list],
      leftOutCount: [...table.leftOut, ...leftOut.list].reduce((sum, each) => sum + each.count, 0),
      procedures: procedures.list,
      statuses: statusesOf(table, mapping),
      outOfOrderLines: outOfOrder.slice(0, MAX_LINES).map((draft) => draft.line),
      outOfOrderCount: outOfOrder.length,
      memberNames: countNames(
        drafts.map((draft) => draft.memberName),
        emailsOf(drafts),
      ),
      outcomeNames: countNames(drafts.map((draft) => draft.outcomeName)),
      unnamedMemberCount: drafts.filter((draft) => draft.memberName === '').length,
      unnamedOutcomeCount: drafts.filter((draft) => draft.outcomeName === '').length,
      facts: importFacts(drafts),
    };
  }

  take(from: number, count: number): readonly Draft[] {
    return this.#drafts.slice(from, from + count);
  }

  /** The file's own cells of rows that cannot be imported, so many of them, to be mended and brought again. */
  rejectedRows(count: number): readonly TableRow[] {
    const width = this.#table?.ownColumnCount ?? 0;
    return this.#rejectedRows
      .slice(0, count)
      .map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));
  }
}

/** Work that needs other rows' work names it by what that row became; a row that is no work is no need. */
function linkNeeds(drafts: Draft[], needKeys: ReadonlyMap<string, readonly string[]>): void {
  if (needKeys.size === 0) return;
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  for (const [index, draft] of drafts.entries()) {
    const keys = new Set(needKeys.get(draft.key) ?? []);
    const needs = [...keys].flatMap((key) => {
      const needed = key === draft.key ? undefined : byKey.get(key);
      if (!needed) return [];
      const { ids, memberName, fields } = needed;
      const title = textOf(fields, 'title');
      return [{ ids, memberName, title, doneAtMs: numberOf(fields, 'completedAtMs') }];
    });
    if (needs.length === 0) continue;
    const hash = sourceHashOf(draft.hash + needs.map(({ ids }) => ids.at(-1)).join());
    drafts[index] = { ...draft, needs, hash };
  }
}

function emailsOf(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const emails = new Map<string, string>();
  for (const { memberName, memberEmail } of drafts) {
    if (memberEmail !== '' && memberName !== '') emails.set(nameKey(memberName), memberEmail);
  }
  return emails;
}

function statusesOf({ rows }: Table, { status }: Mapping): readonly NameCount[] {
  const { column } = status;
  if (column === null) return [];
  return countNames(rows.map(({ cells }) => cells[column]?.trim() ?? '')).slice(0, MAX_STATUSES);
}

const MAX_STATUSES = 200;

/** By member and month, as records are kept: a chunk of neighbours touches few of them. */
function inStoringOrder(drafts: readonly Draft[]): readonly Draft[] {
  const keyed = drafts.map((draft) => ({
    draft,
    key: `${nameKey(draft.memberName)}|${draft.ids[0] ?? ''}`,
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ draft }) => draft);
}
