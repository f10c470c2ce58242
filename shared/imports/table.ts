import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import type { DecodeBytes, Encoding } from './decode-text.ts';
import { decodeText, tellingWords } from './decode-text.ts';
import { detectDialect } from './detect-dialect.ts';
import { findHeader } from './find-header.ts';
import type { LeftOut, Meanings, Tool } from './formats/format.ts';
import type { Dialect, TableRow } from './parse-records.ts';
import { parseRecords } from './parse-records.ts';
import { refuseByText } from './recognise-format.ts';
import type { TableFailure } from './table-failure.ts';
import { TABLE_LIMITS } from './table-failure.ts';

/** Something a reader should know about a file that could be read. `lines` names the first places. */
export interface TableNotice {
  readonly code:
    | 'encoding-guessed'
    | 'nuls-dropped'
    | 'quotes-unclosed'
    | 'rows-above-header'
    | 'rows-wider'
    | 'rows-narrower'
    | 'header-repeated'
    | 'no-header'
    | 'formulas-uncomputed';
  readonly count: number;
  readonly lines: readonly number[];
}

export interface Table {
  /** What the file is: separated text, a sheet of a workbook, a table of a page, or a board as JSON. */
  readonly kind: 'text' | 'workbook' | 'page' | 'board';
  /** Trimmed and told apart: `Labels`, `Labels (2)`. Those that a tool's format adds stand last. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Of text alone, as is all of how it was decoded and split. */
  readonly encoding: Encoding;
  readonly isEncodingGuessed: boolean;
  /** Words that show whether the encoding is right. */
  readonly tellingWords: readonly string[];
  readonly dialect: Dialect;
  /** Null where the first row already holds values. */
  readonly headerLine: number | null;
  readonly blankRowCount: number;
  readonly notices: readonly TableNotice[];
  /** Sheets that can be chosen; none but of a workbook. */
  readonly sheetNames: readonly string[];
  readonly sheet: number;
  /** The program whose export it is; null of any other table. */
  readonly tool: Tool | null;
  /** How many of the headers stand in the file. */
  readonly ownColumnCount: number;
  /** Which columns hold what, where a tool's format says so. */
  readonly meanings: Meanings | null;
  /** Rows that are no work of their own. */
  readonly leftOut: readonly LeftOut[];
  /** What was exported (a board, a project); empty where nothing says. */
  readonly source: string;
  /** IANA zone that the file names for its dates. */
  readonly zone: string | null;
}

/** What a person said against what was recognised. */
export interface ReadChoices {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly hasHeader?: boolean;
  readonly sheet?: number;
  /** Reads a tool's export as any table. */
  readonly isPlain?: boolean;
}

const NOTICE_LINES = 20;

/** A file's bytes as a table, or why it is none. Cells stay text: a formula is never evaluated. */
export function readTable(
  bytes: Uint8Array,
  decode: DecodeBytes,
  choices: ReadChoices = {},
): Result<Table, TableFailure> {
  const decoded = decodeText(bytes, decode, choices.encoding ?? null);
  if (!decoded.ok) return decoded;
  const { text, encoding, isGuessed, nulCount } = decoded.value;
  if (text.trim() === '') return fail('table-empty', 'after-fix');
  const refused = refuseByText(text);
  if (refused) return { ok: false, error: refused };
  const detected = detectDialect(text);
  const dialect = choices.delimiter ? { ...detected, delimiter: choices.delimiter } : detected;
  const records = filledRecords(text, dialect);
  if (!records.ok) return records;
  const notices = new NoticeList();
  if (isGuessed) notices.add('encoding-guessed', 1, []);
  if (nulCount > 0) notices.add('nuls-dropped', nulCount, []);
  notices.add('quotes-unclosed', records.value.unclosedLines.length, records.value.unclosedLines);
  const read = tableOf(records.value, choices, notices);
  return read.ok
    ? ok({
        ...read.value,
        encoding,
        isEncodingGuessed: isGuessed,
        tellingWords: isGuessed ? tellingWords(text, 6) : [],
        dialect,
      })
    : read;
}

/** What is true of any table until its reader says otherwise. */
export const PLAIN_TABLE = {
  kind: 'text',
  encoding: 'utf-8',
  isEncodingGuessed: false,
  tellingWords: [],
  dialect: { delimiter: ',', quote: '"' },
  headerLine: null,
  blankRowCount: 0,
  notices: [],
  sheetNames: [],
  sheet: 0,
  tool: null,
  ownColumnCount: 0,
  meanings: null,
  leftOut: [],
  source: '',
  zone: null,
} as const satisfies Omit<Table, 'headers' | 'rows'>;

/** Rows of cells as a table, its header found. */
export function tableOf(
  { filled, blankRowCount }: Pick<FilledRecords, 'filled' | 'blankRowCount'>,
  choices: ReadChoices,
  notices: NoticeList,
): Result<Table, TableFailure> {
  if (filled.length === 0) return fail('table-empty', 'after-fix');
  if (filled.length > TABLE_LIMITS.rows) {
    return fail('table-too-many-rows', 'after-fix', { limit: TABLE_LIMITS.rows });
  }
  const header = findHeader(filled, choices.hasHeader ?? null);
  notices.addRows('rows-above-header', filled.slice(0, header.index));
  if (header.row === null) notices.add('no-header', 1, []);
  const rows = bodyRows(filled, header, notices);
  if (rows.length === 0) return fail('table-header-only', 'after-fix');
  return ok({
    ...PLAIN_TABLE,
    headers: header.names,
    rows,
    headerLine: header.row?.line ?? null,
    blankRowCount,
    notices: notices.list,
    ownColumnCount: header.names.length,
  });
}

interface FilledRecords {
  readonly filled: readonly TableRow[];
  readonly blankRowCount: number;
  readonly unclosedLines: readonly number[];
}

function filledRecords(text: string, dialect: Dialect): Result<FilledRecords, TableFailure> {
  const filled: TableRow[] = [];
  let blankRowCount = 0;
  const { failure, unclosedLines } = parseRecords(text, dialect, (row) => {
    if (row.line === 1 && row.cells[0]?.startsWith('sep=')) return true;
    if (row.cells.every((cell) => cell.trim() === '')) blankRowCount += 1;
    else filled.push(row);
    return filled.length <= TABLE_LIMITS.rows;
  });
  if (failure) return { ok: false, error: failure };
  return ok({ filled, blankRowCount, unclosedLines });
}

/** The rows under the header; a header that comes again (tables joined end to end) is left out. */
function bodyRows(
  filled: readonly TableRow[],
  header: {
    readonly index: number;
    readonly row: TableRow | null;
    readonly names: readonly string[];
  },
  notices: NoticeList,
): readonly TableRow[] {
  const body = header.row ? filled.slice(header.index + 1) : filled;
  const headerText = header.row && joined(header.row);
  const repeated = headerText === null ? [] : body.filter((row) => joined(row) === headerText);
  notices.addRows('header-repeated', repeated);
  const rows = repeated.length > 0 ? body.filter((row) => !repeated.includes(row)) : body;
  const width = header.names.length;
  notices.addRows(
    'rows-wider',
    rows.filter((row) => isWider(row, width)),
  );
  notices.addRows(
    'rows-narrower',
    rows.filter((row) => row.cells.length < width),
  );
  return rows;
}

/** Whether a row has more filled cells than the header names; empty cells at its end do not count. */
export const isWider = (row: TableRow, width: number): boolean =>
  row.cells.length > width && row.cells.slice(width).some((cell) => cell.trim() !== '');

const joined = (row: TableRow): string => row.cells.map((cell) => cell.trim()).join('\u001f');

/** What is to be said of a file, as it is read. */
export class NoticeList {
  readonly list: TableNotice[] = [];

  add(code: TableNotice['code'], count: number, lines: readonly number[]): void {
    if (count > 0) this.list.push({ code, count, lines: lines.slice(0, NOTICE_LINES) });
  }

  addRows(code: TableNotice['code'], rows: readonly TableRow[]): void {
    this.add(
      code,
      rows.length,
      rows.slice(0, NOTICE_LINES).map((row) => row.line),
    );
  }
}
