import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatCsv, formatTsv, readSafeCell, safeCell } from '#shared/exports/spreadsheet-cell';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "=cmd|' /C calc'!A0"];
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(...FORMULAS, "'=1", "''=1", "'", "'a"),
);

describe('cells for spreadsheets', () => {
  it.each(FORMULAS)('%j is written as text', (formula) => {
    expect(safeCell(formula)).toBe(`'${formula}`);
  });

  it('never begins with what a spreadsheet evaluates', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(safeCell(cell)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('leaves other texts alone', () => {
    for (const cell of ['Ana', '12', 'a=b', "O'Brien", '']) expect(safeCell(cell)).toBe(cell);
  });

  it('gives back every text as it was', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(readSafeCell(safeCell(cell))).toBe(cell);
      }),
      { numRuns: 1_000 },
    );
  });

  it('survives another program’s CSV reader', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const parsed = Papa.parse<string[]>(formatCsv(rows), { delimiter: ',', newline: '\r\n' });
          const back = parsed.data.slice(0, rows.length).map((cells) => cells.map(readSafeCell));
          expect(back).toEqual(rows);
        },
      ),
    );
  });

  it('keeps one line a row and one tab a cell on the clipboard', () => {
    expect(
      formatTsv([
        ['a\tb', '=1'],
        ['c\nd', 'e'],
      ]),
    ).toBe("a b\t'=1\nc d\te");
  });
});
