import { describe, expect, it } from 'vitest';
import { dateOrderEvidence } from '#shared/imports/date-order';
import { headerKey, headerScore } from '#shared/imports/header-words';
import { instantReader } from '#shared/imports/instant';
import { nameKey } from '#shared/imports/mapping';
import { readWallTime } from '#shared/imports/read-date';
import { detectDecimal, readNumber } from '#shared/imports/read-number';
import { readWaits } from '#shared/imports/read-waits';
import { tableName, unitFrom } from '#shared/imports/suggest-mapping';
import { uniqueNames } from '#shared/imports/find-header';
import { formatCsv, formatTsv, readSafeCell, safeCell } from '#shared/exports/spreadsheet-cell';
import { readChecklists } from '#shared/imports/checklists';
import { titleOf } from '#shared/imports/formats/todoist';
import { labelText } from '#shared/imports/formats/trello-shared';
import { isNearName } from '#shared/imports/near-name';
import { htmlRows, markdownRows } from '#shared/imports/pasted-grid';
import { cellText, columnOf, numberText } from '#shared/imports/workbook/cell-text';
import { isDateFormat } from '#shared/imports/workbook/serial-date';
import { guessState } from '#shared/imports/work-state';
import { bytesOf, decode } from './support.ts';
import { readTable } from '#shared/imports/table';
import { cpuMsOf } from '../../cpu-time.ts';

const LENGTH = 64 * 1024;
const CELLS = [
  '0',
  '1/',
  '1/1/',
  '12:',
  '12:00 ',
  ' ',
  '(',
  '-',
  '1,',
  '1.',
  '=',
  "'",
  '"',
  '""',
  ',"',
  ",'a",
  'a',
  'May ',
  'é',
  '\u0301',
  '2024-05-01/',
  '2024-05-01 to ',
  ';',
  '\u{1f600}',
  '\ud800',
  'copy ',
  '1 1',
].map((unit) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH));

const instant = instantReader('Europe/Rome', 'dmy');
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  readWallTime: (text) => readWallTime(text, 'dmy'),
  dateOrderEvidence: (text) => dateOrderEvidence([text]),
  readNumber: (text) => readNumber(text, ','),
  detectDecimal: (text) => detectDecimal([text]),
  readWaits: (text) => readWaits(text, (each) => instant(each)?.ms ?? null),
  headerKey,
  headerScore: (text) => headerScore(text, 'completed'),
  nameKey,
  tableName,
  unitFrom,
  uniqueNames: (text) => uniqueNames([text, text]),
  safeCell: (text) => readSafeCell(safeCell(text)),
  formatCsv: (text) => formatCsv([[text]]),
  formatTsv: (text) => formatTsv([[text]]),
  readTable: (text) => readTable(bytesOf(text), decode),
  readChecklists,
  guessState,
  isNearName: (text) => isNearName(text, `${text}s`),
  htmlRows: (text) => htmlRows(`<td>${text}`),
  markdownRows: (text) => markdownRows(`a|b\n-|-\n${text}`),
  cellText,
  numberText,
  columnOf,
  isDateFormat: (text) => isDateFormat(164, text),
  titleOf,
  labelText,
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('reads every hostile text of 64 KiB in under 50 ms', () => {
    for (const cell of CELLS) {
      // The best of three: a collection of garbage is nobody's reading.
      const tookMs = Math.min(...[1, 2, 3].map(() => cpuMsOf(() => read(cell))));
      expect(tookMs, JSON.stringify(cell.slice(0, 12))).toBeLessThan(50);
    }
  });
});
