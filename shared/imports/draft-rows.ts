import { deliverableId } from '../ids.ts';
import type { Json } from '../json.ts';
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
import type { Mapping } from './mapping.ts';
import { usedColumns } from './mapping.ts';
import type { TableRow } from './parse-records.ts';
import type { RowProblem } from './row-problem.ts';
import { rowProblem } from './row-problem.ts';
import { RowReader } from './row-reader.ts';
import { cellsHash, rowIdPart, sourceHashOf } from './source-keys.ts';
import type { Table } from './table.ts';
import { isWider } from './table.ts';
import { TABLE_LIMITS } from './table-failure.ts';

export interface DraftedRow {
  readonly draft: Draft | null;
  /** Why there is no draft; empty where there is one. */
  readonly problems: readonly RowProblem[];
}

/** Not the reader's own list, which goes on with the next row. */
const NO_PROBLEMS: readonly RowProblem[] = [];

/**
 * Turns rows into drafts by a mapping. Give it a table's rows once and in order: it keeps which keys it
 * has met, and of two rows with one key the later is rejected.
 */
export function rowDrafter(
  { headers }: Pick<Table, 'headers'>,
  mapping: Mapping,
  tableKey: string,
): (row: TableRow) => DraftedRow {
  const used = [...usedColumns(mapping)];
  const copies = new Map<string, number>();
  const lineByKey = new Map<string, number>();
  const reader = new RowReader(headers, mapping);
  return (row) => {
    const refused = refuseShape(row, headers, mapping, used);
    if (refused) return { draft: null, problems: [refused] };
    reader.turnTo(row);
    const key = mapping.columns.key === undefined ? ownKey(row, copies) : reader.text('key');
    const draft = draftFrom(row, key, mapping, tableKey, reader);
    const metOnLine = lineByKey.get(key);
    if (key === '') reader.reject('key', 'key-missing', '');
    else if (metOnLine !== undefined) reader.reject('key', 'key-repeated', key, metOnLine);
    else lineByKey.set(key, row.line);
    rejectUnnamed(draft, mapping, reader);
    const { problems } = reader;
    return problems.length > 0 ? { draft: null, problems } : { draft, problems: NO_PROBLEMS };
  };
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
  tableKey: string,
  reader: RowReader,
): Draft {
  const { columns } = mapping;
  const fields: Record<string, Json> = {};
  putTexts(fields, key, mapping, reader);
  const dates = putDates(fields, reader, mapping.zone);
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
  const idPart = rowIdPart(tableKey, key);
  return {
    line,
    key,
    ids: dates.months.map((month) => deliverableId(month, idPart)),
    memberName: reader.named(mapping.member.column),
    outcomeName: reader.named(mapping.outcome.column),
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
): void {
  const ownReference = columns.key === undefined ? '' : key;
  const reference = reader.text('reference') || ownReference;
  if (titleColumns.length > 0) {
    fields['title'] = clipped(reader.joined(titleColumns), TITLE_CHARS) || null;
  }
  if (columns.client !== undefined) fields['client'] = short(reader.text('client'));
  if (columns.reference !== undefined || columns.key !== undefined) {
    fields['reference'] = short(reference);
  }
  if (noteColumns.length > 0) {
    fields['note'] = clipped(reader.listed(noteColumns), NOTE_CHARS) || null;
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
