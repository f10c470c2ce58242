import type { Result } from '../../result.ts';
import { fail, ok } from '../../result.ts';
import type { TableRow } from '../parse-records.ts';
import type { TableFailure } from '../table-failure.ts';
import { TABLE_LIMITS } from '../table-failure.ts';
import { SheetReader } from './sheet-rows.ts';
import type { SheetRef } from './workbook-parts.ts';
import {
  RelationReader,
  SharedStringReader,
  StyleReader,
  WorkbookReader,
} from './workbook-parts.ts';
import type { ElementReader } from './xml-elements.ts';
import { XmlBroken, xmlFeed } from './xml-elements.ts';
import type { ZipEntry } from './zip-entries.ts';
import { readEntry, zipEntries } from './zip-entries.ts';

/** What a workbook may inflate to; beyond it reading stops, whatever its size on disk. */
const WORKBOOK_LIMITS = {
  partBytes: 16 * 1024 * 1024,
  stringBytes: 256 * 1024 * 1024,
  stringChars: 96 * 1024 * 1024,
  sheetBytes: 1024 * 1024 * 1024,
} as const;

/** One sheet's rows, by the numbers they have in the sheet, and the names of all that can be chosen. */
export interface WorkbookSheet {
  readonly rows: readonly TableRow[];
  readonly sheetNames: readonly string[];
  /** Which of them was read. */
  readonly sheet: number;
  readonly uncomputedRows: readonly number[];
}

const broken = fail('table-workbook', 'after-fix', { format: 'ZIP' });

/**
 * Reads one sheet of an XLSX workbook (ECMA-376; ISO/IEC 29500): the one asked for, else the first that
 * is not hidden. Streams: of the sheet nothing but its rows is held.
 */
export function readWorkbook(
  bytes: Uint8Array,
  wanted: number | undefined,
): Result<WorkbookSheet, TableFailure> {
  const entries = zipEntries(bytes);
  const parts = new Map(entries?.map((entry) => [entry.name.toLowerCase(), entry]));
  const book = new WorkbookReader();
  const relations = new RelationReader();
  const styles = new StyleReader();
  const strings = new SharedStringReader();
  const read = (name: string, reader: ElementReader, limitBytes: number): TableFailure | null =>
    readPart(
      bytes,
      parts.get(name),
      reader,
      limitBytes,
      () => strings.chars <= WORKBOOK_LIMITS.stringChars,
    );
  const { partBytes, stringBytes, sheetBytes } = WORKBOOK_LIMITS;
  if (!parts.has('xl/workbook.xml')) return broken;
  const failed =
    read('xl/workbook.xml', book, partBytes) ??
    read('xl/_rels/workbook.xml.rels', relations, partBytes) ??
    read('xl/styles.xml', styles, partBytes) ??
    read('xl/sharedstrings.xml', strings, stringBytes);
  if (failed) return { ok: false, error: failed };
  if (strings.chars > WORKBOOK_LIMITS.stringChars) return tooLarge;
  const sheets = book.sheets.filter(({ isHidden }) => !isHidden);
  const sheet = wanted !== undefined && wanted < sheets.length ? wanted : 0;
  const entry = partOf(sheets[sheet], relations, parts);
  if (!entry) return broken;
  const rows: TableRow[] = [];
  const reader = new SheetReader({
    strings: strings.strings,
    areDates: styles.areDates,
    is1904: book.is1904,
    maxColumns: TABLE_LIMITS.columns,
    visit: (row) => {
      if (row.cells.length > 0) rows.push(row);
      return rows.length <= TABLE_LIMITS.rows + 1;
    },
  });
  const unread = readPart(bytes, entry, reader, sheetBytes, () => !reader.isStopped);
  if (unread) return { ok: false, error: unread };
  if (reader.isTooWide) {
    return fail('table-too-wide', 'after-fix', { line: 1, limit: TABLE_LIMITS.columns });
  }
  const sheetNames = sheets.map(({ name }) => name);
  return ok({ rows, sheetNames, sheet, uncomputedRows: reader.uncomputedRows });
}

const tooLarge = fail('table-inflates', 'after-fix');

function partOf(
  sheet: SheetRef | undefined,
  { targets }: RelationReader,
  parts: ReadonlyMap<string, ZipEntry>,
): ZipEntry | undefined {
  const path = sheet && targets.get(sheet.relationId);
  return path === undefined ? undefined : parts.get(path.toLowerCase());
}

/** A part that a workbook may lack reads as empty. */
function readPart(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
  reader: ElementReader,
  limitBytes: number,
  goesOn: () => boolean,
): TableFailure | null {
  if (!entry) return null;
  try {
    const feed = xmlFeed(reader);
    const reading = readEntry(bytes, entry, limitBytes, (text) => {
      feed(text);
      return goesOn();
    });
    if (reading === 'too-large') return tooLarge.error;
    return reading === 'broken' ? broken.error : null;
  } catch (error) {
    if (error instanceof XmlBroken) return broken.error;
    throw error;
  }
}
