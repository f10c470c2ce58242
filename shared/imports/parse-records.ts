import { fail } from '../result.ts';
import type { TableFailure } from './table-failure.ts';
import { TABLE_LIMITS } from './table-failure.ts';

export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
}

/** One record as it stands in the file; `line` is the line it begins on, counted from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const LF = 10;
const CR = 13;
const SPACE = 32;
/** So many never-closed quotes mean that quotes are not quotes here, or that the file is cut. */
const UNCLOSED_LIMIT = 20;

interface Cursor {
  at: number;
  line: number;
}

/**
 * Reads delimiter-separated records (RFC 4180, and what people have instead): CRLF, LF or CR, spaces
 * before a quote, text after a closing quote. A quote that is never closed is taken as a letter and
 * reported, so that it cannot swallow the rest of the file. Linear in the text. `visit` answers
 * whether to go on. Returns the failure that ended the reading, or the lines of unclosed quotes.
 */
export function parseRecords(
  text: string,
  { delimiter, quote }: Dialect,
  visit: (row: TableRow) => boolean,
): { readonly failure: TableFailure | null; readonly unclosedLines: readonly number[] } {
  const separator = delimiter.charCodeAt(0);
  const unclosedLines: number[] = [];
  const cursor: Cursor = { at: 0, line: 1 };
  const stopped = (failure: TableFailure | null) => ({ failure, unclosedLines });
  while (cursor.at < text.length) {
    const start = cursor.at;
    const line = cursor.line;
    const cells: string[] = [];
    for (;;) {
      const quoted = quotedCell(text, cursor, separator, quote);
      if (quoted === UNCLOSED) {
        unclosedLines.push(cursor.line);
        if (unclosedLines.length > UNCLOSED_LIMIT) {
          const first = unclosedLines[0] ?? line;
          return stopped(fail('table-quotes-broken', 'after-fix', { line: first }).error);
        }
      }
      cells.push(typeof quoted === 'string' ? quoted : plainCell(text, cursor, separator));
      if (cursor.at - start > TABLE_LIMITS.recordChars) {
        return stopped(tooLong(text, start, line));
      }
      if (text.charCodeAt(cursor.at) !== separator) break;
      cursor.at += 1;
      if (cells.length >= TABLE_LIMITS.columns) {
        const limit = TABLE_LIMITS.columns;
        return stopped(fail('table-too-wide', 'after-fix', { line, limit }).error);
      }
    }
    passLineEnd(text, cursor);
    if (!visit({ line, cells })) break;
  }
  return stopped(null);
}

const UNCLOSED = Symbol('unclosed');

/** The cell at the cursor if it is quoted; null where it is not, with the cursor where it was. */
function quotedCell(
  text: string,
  cursor: Cursor,
  separator: number,
  quote: string,
): string | null | typeof UNCLOSED {
  let start = cursor.at;
  while (text.charCodeAt(start) === SPACE) start += 1;
  if (text[start] !== quote) return null;
  start += 1;
  const end = closingQuote(text, start, quote);
  if (end < 0) return UNCLOSED;
  const cell = text.slice(start, end).replaceAll(quote + quote, quote);
  cursor.at = end + 1;
  cursor.line += lineEndsIn(text, start, end);
  // `"Blue" widget` is one cell, as spreadsheets read it.
  const rest = plainCell(text, cursor, separator);
  return rest.trim() === '' ? cell : cell + rest;
}

/** Where the quote stands that ends the cell, or -1 where no record is as long as that. */
function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start; ; at += 2) {
    at = text.indexOf(quote, at);
    if (at < 0 || at - start > TABLE_LIMITS.recordChars) return -1;
    if (text[at + 1] !== quote) return at;
  }
}

function lineEndsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}

function plainCell(text: string, cursor: Cursor, separator: number): string {
  const from = cursor.at;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) break;
  }
  cursor.at = at;
  return text.slice(from, at);
}

function passLineEnd(text: string, cursor: Cursor): void {
  const code = text.charCodeAt(cursor.at);
  if (code !== LF && code !== CR) return;
  cursor.at += code === CR && text.charCodeAt(cursor.at + 1) === LF ? 2 : 1;
  cursor.line += 1;
}

function tooLong(text: string, start: number, line: number): TableFailure {
  const end = text.indexOf('\n', start);
  const chars = (end < 0 ? text.length : end) - start;
  return fail('table-line-too-long', 'after-fix', { line, chars, limit: TABLE_LIMITS.recordChars })
    .error;
}
