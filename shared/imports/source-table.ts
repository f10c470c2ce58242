import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import type { DecodeBytes } from './decode-text.ts';
import { decodeText } from './decode-text.ts';
import { uniqueNames } from './find-header.ts';
import { recogniseTool } from './formats/recognise-tool.ts';
import { boardTable } from './formats/trello-board.ts';
import { parseJson } from './parse-json.ts';
import type { TableRow } from './parse-records.ts';
import { htmlRows, markdownRows } from './pasted-grid.ts';
import { isZip, refuseByText } from './recognise-format.ts';
import type { ReadChoices, Table } from './table.ts';
import { NoticeList, PLAIN_TABLE, readTable, tableOf } from './table.ts';
import type { TableFailure } from './table-failure.ts';
import { TABLE_LIMITS } from './table-failure.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/**
 * Whatever people bring as one table: separated text, a workbook's sheet, a table of a page or of
 * Markdown, a board as JSON. The export of a tool that is known by its headers is made plain.
 */
export function readSource(
  bytes: Uint8Array,
  decode: DecodeBytes,
  choices: ReadChoices = {},
): Result<Table, TableFailure> {
  if (bytes.length > TABLE_LIMITS.fileBytes) {
    return fail('table-too-large', 'after-fix', { limit: TABLE_LIMITS.fileBytes });
  }
  const read = isZip(bytes) ? readSheet(bytes, choices) : readText(bytes, decode, choices);
  return read.ok && read.value.tool === null ? ok(madePlain(read.value, choices)) : read;
}

function madePlain(table: Table, { isPlain }: ReadChoices): Table {
  const format = isPlain || table.headerLine === null ? null : recogniseTool(table.headers);
  if (!format) return table;
  const shaped = format.shape(table);
  return { ...table, ...shaped, headers: uniqueNames(shaped.headers), tool: format.tool };
}

function readSheet(bytes: Uint8Array, choices: ReadChoices): Result<Table, TableFailure> {
  const book = readWorkbook(bytes, choices.sheet);
  if (!book.ok) return book;
  const { rows, sheetNames, sheet, uncomputedRows } = book.value;
  const notices = new NoticeList();
  notices.add('formulas-uncomputed', uncomputedRows.length, uncomputedRows);
  const read = tableOf(filledOf(rows), choices, notices);
  if (!read.ok) return read;
  // A sheet keeps no cells after a row's last: that is no fault of the row.
  const kept = read.value.notices.filter(({ code }) => code !== 'rows-narrower');
  return ok({ ...read.value, kind: 'workbook', notices: kept, sheetNames, sheet });
}

function readText(
  bytes: Uint8Array,
  decode: DecodeBytes,
  choices: ReadChoices,
): Result<Table, TableFailure> {
  const decoded = decodeText(bytes, decode, choices.encoding ?? null);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const refused = refuseByText(text);
  if (refused?.code === 'table-json') {
    const board = boardTable(parseJson(text));
    return board && board.rows.length > 0
      ? ok({ ...PLAIN_TABLE, ...board, kind: 'board', tool: 'trello' })
      : { ok: false, error: refused };
  }
  const cells = refused ? htmlRows(text) : choices.delimiter ? null : markdownRows(text);
  if (!cells) return readTable(bytes, decode, choices);
  const rows = cells.map((row, index): TableRow => ({ line: index + 1, cells: row }));
  const read = tableOf(filledOf(rows), choices, new NoticeList());
  return read.ok ? ok({ ...read.value, kind: 'page' }) : read;
}

function filledOf(rows: readonly TableRow[]): Parameters<typeof tableOf>[0] {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return { filled, blankRowCount: rows.length - filled.length };
}
