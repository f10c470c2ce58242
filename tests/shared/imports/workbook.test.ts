import { strToU8, zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { readSource } from '#shared/imports/source-table';
import { serialText, isDateFormat } from '#shared/imports/workbook/serial-date';
import type { Table } from '#shared/imports/table';
import { at, bring } from './fixture-drafts.ts';
import { decode, sourceOf } from './support.ts';
import { textRow, workbookFile } from './workbook-file.ts';

const cellsOf = ({ headers, rows }: Table): readonly (readonly string[])[] => [
  headers,
  ...rows.map(({ cells }) => cells),
];

const refusal = (bytes: Uint8Array): string => {
  const read = readSource(bytes, decode);
  return read.ok ? 'read' : read.error.code;
};

const DATES = {
  cells:
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>',
  formats:
    '<numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy\\ h:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="&quot;day &quot;0.0"/>',
};

describe('a workbook', () => {
  it('of LibreOffice reads as the table that it was saved from', () => {
    const { outline, result, work } = bring('spreadsheet/team-log.xlsx');
    expect(outline.kind).toBe('workbook');
    expect(outline.headers.slice(0, 5)).toEqual(['Done on', 'Who', 'Outcome', 'What', 'Status']);
    expect(result.draftCount).toBe(3);
    expect(work('Shoes').memberName).toBe('Ana Cruz');
    expect(work('Shoes').fields['completedAtMs']).toBe(at('2026-05-03T12:00Z'));
  });

  it('gives shared, rich and inline texts, cells that are not there, and numbers without their dust', () => {
    const table = sourceOf(
      workbookFile({
        strings: [
          '<t>Name</t>',
          '<r><t>Red </t></r><r><rPr><b/></rPr><t>shoes</t></r>',
          '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
          '<t xml:space="preserve">two_x000A_lines</t>',
        ],
        sheets: {
          Work:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Count</t></is></c></row>' +
            '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>0.30000000000000004</v></c></row>' +
            '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="b"><v>1</v></c></row>' +
            '<row><c t="s"><v>3</v></c><c t="e"><v>#REF!</v></c></row>',
        },
      }),
      { hasHeader: true },
    );
    expect(cellsOf(table)).toEqual([
      ['Name', 'Column 2', 'Count'],
      ['Red shoes', '', '0.3'],
      ['東京', '', 'TRUE'],
      ['two\nlines', '#REF!'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it('reads formulas by the value that was worked out last, and says where there is none', () => {
    const table = sourceOf(
      workbookFile({
        sheets: {
          Work:
            textRow(1, ['Name', 'Sum']) +
            '<row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>12x</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
            '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>NOW()</f></c></row>',
        },
      }),
    );
    expect(cellsOf(table)).toEqual([['Name', 'Sum'], ['12x', '2'], ['b']]);
    expect(table.notices).toContainEqual({ code: 'formulas-uncomputed', count: 1, lines: [3] });
  });

  it.each([
    [false, ['2026-05-11', '2026-05-11T15:26:00', '1.5', '3']],
    [true, ['2030-05-12', '2030-05-12T15:26:00', '1.5', '3']],
  ])('reads dates by their style, 1904: %s', (is1904, expected) => {
    const table = sourceOf(
      workbookFile({
        is1904,
        styles: DATES,
        sheets: {
          Work:
            textRow(1, ['Day', 'Moment', 'Length', 'Count']) +
            '<row r="2"><c r="A2" s="1"><v>46153</v></c><c r="B2" s="2"><v>46153.643055555556</v></c><c r="C2" s="3"><v>1.5</v></c><c r="D2" s="4"><v>3</v></c></row>',
        },
      }),
    );
    expect(table.rows[0]?.cells).toEqual(expected);
  });

  it('offers its sheets but the hidden ones, and reads another where asked', () => {
    const file = workbookFile({
      hidden: ['Lists'],
      sheets: {
        Lists: textRow(1, ['secret', 'x']),
        May: textRow(1, ['Name', 'Who']) + textRow(2, ['a', 'Ana']),
        June: textRow(1, ['Name', 'Who']) + textRow(2, ['b', 'Ben']),
      },
    });
    expect(sourceOf(file).sheetNames).toEqual(['May', 'June']);
    expect(sourceOf(file).rows[0]?.cells).toEqual(['a', 'Ana']);
    expect(sourceOf(file, { sheet: 1 }).rows[0]?.cells).toEqual(['b', 'Ben']);
  });

  it('that holds an export of a tool is known as one', () => {
    const file = workbookFile({
      sheets: {
        Export:
          textRow(1, ['Task ID', 'Name', 'Section/Column', 'Parent task']) +
          textRow(2, ['1', 'Shoes', 'Uploads', '']) +
          textRow(3, ['2', 'Photo', '', 'Shoes']),
      },
    });
    const { outline, work } = bring({ name: 'x.xlsx', bytes: file });
    expect(outline.tool).toBe('asana');
    expect(work('Shoes').fields['note']).toBe('[ ] Photo');
  });
});

describe('a date’s serial number', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [0.5, false, '12:00:00'],
    [25_569.99999, false, '1970-01-01T23:59:59'],
    [0, true, '1904-01-01'],
    [2_958_466, false, null],
    [-1, false, null],
    [Number.NaN, false, null],
  ])('%s, 1904: %s → %s', (serial, is1904, text) => {
    expect(serialText(serial, is1904)).toBe(text);
  });

  it.each([
    [14, undefined, true],
    [0, undefined, false],
    [164, 'yyyy\\-mm\\-dd;@', true],
    [164, '[$-409]h:mm AM/PM', true],
    [164, '#,##0.00 "days"', false],
    [164, '[Red]General', false],
    [164, '[hh]:mm:ss', false],
  ])('format %s %s shows a date: %s', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });
});

describe('a hostile workbook', () => {
  it('that would become gigabytes is refused before it does', () => {
    const spaces = new Uint8Array(17 * 1024 * 1024).fill(0x20);
    const good = workbookFile({ sheets: { Work: textRow(1, ['a', 'b']) } });
    expect(refusal(good)).toBe('table-header-only');
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>'),
      'xl/sharedStrings.xml': spaces,
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(refusal(bomb)).toBe('table-inflates');
  });

  it.each([
    [
      'an entity that grows',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>',
    ],
    ['XML that ends in the middle', '<workbook><sheets><sheet name="x"'],
    ['elements that cross', '<workbook><a></workbook></a>'],
  ])('%s is no workbook', (_, xml) => {
    expect(refusal(zipSync({ 'xl/workbook.xml': strToU8(xml) }))).toBe('table-workbook');
  });

  it('another archive, one that is cut off and one that claims too much are none', () => {
    expect(refusal(zipSync({ 'a.csv': strToU8('a,b\n1,2') }))).toBe('table-workbook');
    const good = workbookFile({
      sheets: { Work: textRow(1, ['a', 'b']) + textRow(2, ['1', '2']) },
    });
    expect(refusal(good)).toBe('read');
    expect(refusal(good.slice(0, good.length - 30))).toBe('table-workbook');
    const lying = good.slice();
    new DataView(lying.buffer).setUint16(lying.length - 12, 9, true);
    expect(refusal(lying)).toBe('table-workbook');
  });

  it('keeps names of every object’s parts as texts', () => {
    const table = sourceOf(
      workbookFile({
        sheets: {
          Work:
            textRow(1, ['__proto__', 'constructor']) +
            textRow(2, ['=cmd|calc', '__proto__']) +
            textRow(3, ['+1', 'toString']),
        },
      }),
    );
    expect(cellsOf(table)).toEqual([
      ['__proto__', 'constructor'],
      ['=cmd|calc', '__proto__'],
      ['+1', 'toString'],
    ]);
  });
});
