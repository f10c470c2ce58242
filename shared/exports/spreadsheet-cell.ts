/**
 * A text as a spreadsheet takes it for text: one that begins like a formula, or with a tab or line
 * break that hides one, gets an apostrophe in front (OWASP, "CSV Injection"). An apostrophe that stands
 * before such a beginning already gets another, so that `readSafeCell` gives back every text as it was.
 */
export const safeCell = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** The text that `safeCell` was given. */
export const readSafeCell = (cell: string): string =>
  cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell;

const needsGuard = (text: string): boolean => /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text);

/** Rows as CSV (RFC 4180, CRLF) whose cells no spreadsheet evaluates: a number is none of its formulas. */
export const formatCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');

function csvCell(cell: string | number | null): string {
  if (typeof cell === 'string') return quoted(safeCell(cell));
  return cell === null ? '' : String(cell);
}

/** Rows as the clipboard's table: tabs and line breaks inside cells become spaces. */
export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => safeCell(cell.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\n');

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
