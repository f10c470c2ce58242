import { deliverableId } from '../ids.ts';
import type { Json } from '../json.ts';
import type { Checklist } from './checklists.ts';
import { checklistLines } from './checklists.ts';
import type { Draft } from './draft.ts';
import {
  CONTENT_BYTES,
  NOTE_CHARS,
  REASON_CHARS,
  SHORT_TEXT_CHARS,
  TITLE_CHARS,
  WAIT_FIELD,
} from './draft.ts';
import { putDates } from './draft-dates.ts';
import { partChecklists, partLines, progressLine } from './draft-parts.ts';
import { putState } from './draft-state.ts';
import type { LeftOutReason } from './formats/format.ts';
import type { Mapping } from './mapping.ts';
import { nameKey, usedColumns } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import type { RowProblem } from './row-problem.ts';
import { rowProblem } from './row-problem.ts';
import { RowReader } from './row-reader.ts';
import { cellsHash, idScopeOf, isCellsHash, rowIdPart, sourceHashOf } from './source-keys.ts';
import type { Table } from './table.ts';
import { isWider } from './table.ts';
import type { TableContext } from './table-context.ts';
import { contextOf } from './table-context.ts';
import { TABLE_LIMITS } from './table-failure.ts';

export interface DraftedRow {
  readonly draft: Draft | null;
  /** Why there is no draft; empty where there is one, or where the row is left out. */
  readonly problems: readonly RowProblem[];
  /** Why a row that could be read is no work of its own. */
  readonly leftOut: LeftOutReason | null;
  /** Its checklists that become procedures. */
  readonly procedures: readonly Checklist[];
  /** Keys of the rows that it needs done first. */
  readonly needKeys: readonly string[];
}

const NOTHING = { draft: null, problems: [], leftOut: null, procedures: [], needKeys: [] } as const;

/**
 * Turns rows into drafts by a mapping. Give it a table's rows once and in order: it keeps which keys it
 * has met, and of two rows with one key the later is rejected.
 */
export function rowDrafter(
  { headers }: Pick<Table, 'headers'>,
  mapping: Mapping,
  tableKey: string,
  context: TableContext = contextOf([], mapping),
): (row: TableRow) => DraftedRow {
  const used = [...usedColumns(mapping)];
  const copies = new Map<string, number>();
  const lineByKey = new Map<string, number>();
  const reader = new RowReader(headers, mapping);
  const scope = idScopeOf(tableKey);
  return (row) => {
    const refused = refuseShape(row, headers, mapping, used);
    if (refused) return { ...NOTHING, problems: [refused] };
    reader.turnTo(row);
    const leftOut = leftOutReason(row, reader, mapping, context);
    if (leftOut) return { ...NOTHING, leftOut };
    const key = mapping.columns.key === undefined ? ownKey(row, copies) : reader.text('key');
    const parts = partChecklists(reader.checklists(), mapping, context);
    const steps = [
      ...parts.procedures.map(progressLine),
      ...checklistLines(parts.ticks),
      ...(mapping.subtasks === 'steps' ? partLines(key, mapping, context) : []),
    ];
    const draft = draftFrom(row, key, mapping, scope, reader, steps);
    const metOnLine = lineByKey.get(key);
    if (key === '') reader.reject('key', 'key-missing', '');
    else if (metOnLine !== undefined) reader.reject('key', 'key-repeated', key, metOnLine);
    else lineByKey.set(key, row.line);
    rejectUnnamed(draft, mapping, reader);
    const { problems } = reader;
    if (problems.length > 0) return { ...NOTHING, problems };
    const needKeys = [...partKeys(key, mapping, context), ...reader.keys('needs')];
    return { ...NOTHING, draft, procedures: parts.procedures, needKeys };
  };
}

/** What part of a row's work is in rows of their own. */
const partKeys = (key: string, { subtasks, columns }: Mapping, { partsOf }: TableContext) =>
  subtasks === 'work'
    ? (partsOf.get(key) ?? []).map(({ cells }) => cells[columns.key ?? -1]?.trim() ?? '')
    : [];

function leftOutReason(
  row: TableRow,
  reader: RowReader,
  { subtasks, member, onlyNames }: Mapping,
  { partLines: lines }: TableContext,
): LeftOutReason | null {
  if (subtasks !== 'work' && lines.has(row.line)) {
    return subtasks === 'steps' ? 'subtask-step' : 'subtask';
  }
  if (reader.state() === 'leave') return 'status';
  if (onlyNames === null) return null;
  const names = [nameKey(reader.named(member.column)), reader.email()];
  return names.some((name) => name !== '' && onlyNames.includes(name)) ? null : 'others-work';
}

function refuseShape(
  row: TableRow,
  headers: readonly string[],
  { widerRows }: Mapping,
  used: readonly number[],
): RowProblem | null {
  if (widerRows === 'reject' && isWider(row, headers.length)) {
    const extra = row.cells.slice(headers.length).join(' ').trim();
    return rowProblem(row.line, '', 'row-wider', extra);
  }
  const long = used.find((index) => (row.cells[index]?.length ?? 0) > TABLE_LIMITS.cellChars);
  return long === undefined
    ? null
    : rowProblem(row.line, headers[long] ?? '', 'cell-too-long', row.cells[long] ?? '');
}

/** A row that names nobody, where nothing is set for that. */
function rejectUnnamed(draft: Draft, { member, outcome }: Mapping, reader: RowReader): void {
  if (draft.memberName === '' && !member.otherwise) {
    reader.rejectName(member.column, 'member-missing');
  }
  if (draft.outcomeName === '' && !outcome.otherwise) {
    reader.rejectName(outcome.column, 'outcome-missing');
  }
}

/** Two equal rows of a table without keys are two pieces of work: the second is its second copy. */
function ownKey(row: TableRow, copies: Map<string, number>): string {
  const hash = cellsHash(row.cells.map((cell) => cell.trim()));
  const copy = (copies.get(hash) ?? 0) + 1;
  copies.set(hash, copy);
  return `${hash}.${copy}`;
}

function draftFrom(
  { line }: TableRow,
  key: string,
  mapping: Mapping,
  scope: string,
  reader: RowReader,
  steps: readonly string[],
): Draft {
  const { columns } = mapping;
  const fields: Record<string, Json> = {};
  putTexts(fields, key, mapping, reader, steps);
  const dates = putDates(fields, reader, mapping.zone);
  const state = reader.state();
  if (state) putState(fields, state, reader, mapping);
  if (columns.quantity !== undefined) fields['quantity'] = reader.number('quantity');
  if (columns.errors !== undefined) fields['errors'] = reader.number('errors');
  if (columns.value !== undefined) {
    fields['valueMinor'] = reader.money('value');
    const currency = reader.currency('value');
    if (currency !== null) fields['currency'] = currency;
  }
  if (columns.reopened !== undefined) fields['reopenedCount'] = reader.number('reopened');
  const reason = reader.headerOf('waits').slice(0, REASON_CHARS);
  for (const { fromMs, toMs } of reader.waits()) {
    fields[`${WAIT_FIELD}${fromMs.toString(36)}`] = { fromMs, toMs, on: mapping.waitsOn, reason };
  }
  const content = JSON.stringify(fields);
  if (utf8Bytes(content) > CONTENT_BYTES) reader.rejectRow('row-too-large');
  const idPart = rowIdPart(scope, key);
  return {
    line,
    key,
    ids: dates.months.map((month) => deliverableId(month, idPart)),
    memberName: reader.named(mapping.member.column),
    memberEmail: reader.email(),
    outcomeName: reader.named(mapping.outcome.column),
    needs: [],
    fields,
    hash: sourceHashOf(content),
    isOutOfOrder: dates.isOutOfOrder,
  };
}

function putTexts(
  fields: Record<string, Json>,
  key: string,
  { columns, titleColumns, noteColumns }: Mapping,
  reader: RowReader,
  steps: readonly string[],
): void {
  // A key that was made of a row's words says nothing to people.
  const ownReference = columns.key === undefined || isCellsHash(key) ? '' : key;
  const reference = reader.text('reference') || ownReference;
  if (titleColumns.length > 0) {
    fields['title'] = clipped(reader.joined(titleColumns), TITLE_CHARS) || null;
  }
  if (columns.client !== undefined) fields['client'] = short(reader.text('client'));
  if (columns.reference !== undefined || columns.key !== undefined) {
    fields['reference'] = short(reference);
  }
  if (noteColumns.length + steps.length > 0) {
    const note = [reader.listed(noteColumns), ...steps].filter(Boolean).join('\n');
    fields['note'] = clipped(note, NOTE_CHARS) || null;
  }
}

/** Counted only where it could matter: a code unit is three bytes at most. */
function utf8Bytes(text: string): number {
  if (text.length * 3 <= CONTENT_BYTES) return text.length;
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const short = (text: string): string | null => clipped(text, SHORT_TEXT_CHARS) || null;

const clipped = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
