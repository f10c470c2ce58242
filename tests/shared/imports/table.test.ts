import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLE_LIMITS } from '#shared/imports/table-failure';
import { readTable } from '#shared/imports/table';
import { bytesOf, decode, refusalOf, tableOf } from './support.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const cellsOf = (text: string): readonly (readonly string[])[] =>
  tableOf(text).rows.map((row) => row.cells);

const noticesOf = (text: string): Record<string, readonly number[]> =>
  Object.fromEntries(tableOf(text).notices.map(({ code, lines }) => [code, lines]));

describe('reading a table', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n'],
    ['semicolon', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n'],
    ['tab', 'a\tb\tc\n1\t2\t3\n'],
    ['bar', 'a|b|c\n1|2|3\n'],
    ['sep= line', 'sep=;\na;b;c\n1,1;2,2;3,3\n'],
  ])('recognises the separator: %s', (_, text) => {
    expect(tableOf(text).headers).toEqual(['a', 'b', 'c']);
  });

  it('reads CRLF, LF and CR ends alike', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      expect(cellsOf(['k,v', 'x,1', 'y,2'].join(end))).toEqual([
        ['x', '1'],
        ['y', '2'],
      ]);
    }
  });

  it('reads quoted separators, quotes and line breaks, and names the lines that records begin on', () => {
    const table = tableOf('id,text\n1,"a, ""b""\nc"\n2,d\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', 'a, "b"\nc'] },
      { line: 4, cells: ['2', 'd'] },
    ]);
  });

  it('reads single quotes where they quote, and apostrophes where they do not', () => {
    expect(cellsOf("a,b\n'1,5','x'\n'2,5','y'\n")[0]).toEqual(['1,5', 'x']);
    expect(cellsOf("a,b\n'tis,x\nO'Brien,y\n")[0]).toEqual(["'tis", 'x']);
  });

  it('takes text after a closing quote as part of the cell', () => {
    expect(cellsOf('a,b\n"Blue" widget,1\n')).toEqual([['Blue widget', '1']]);
  });

  it('takes a quote that is never closed as a letter, so that no row is swallowed', () => {
    const text = 'a,b\n1,"x\n2,y\n3,z\n';
    expect(cellsOf(text)).toEqual([
      ['1', '"x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(noticesOf(text)).toEqual({ 'quotes-unclosed': [2] });
  });

  it('names the lines of wider and of narrower rows', () => {
    const text = 'a,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,3,,\n';
    expect(noticesOf(text)).toEqual({ 'rows-wider': [3], 'rows-narrower': [4] });
  });

  it('passes over titles and spacer rows above the header', () => {
    const text =
      'My project,,,\n,,,\nTask ID,Name,Assignee,Completed At\n1,x,Ana,2024-01-02\n2,y,Ben,\n';
    const table = tableOf(text);
    expect(table.headers).toEqual(['Task ID', 'Name', 'Assignee', 'Completed At']);
    expect(table.headerLine).toBe(3);
    expect(table.rows).toHaveLength(2);
    expect(noticesOf(text)).toEqual({ 'rows-above-header': [1] });
  });

  it('tells repeated headers apart and passes over a header that comes again', () => {
    const text = 'Key,Labels,Labels,\nx,1,2,3\nKey,Labels,Labels,\ny,1,2,3\n';
    const table = tableOf(text);
    expect(table.headers).toEqual(['Key', 'Labels', 'Labels (2)']);
    expect(table.rows.map((row) => row.line)).toEqual([2, 4]);
    expect(noticesOf(text)['header-repeated']).toEqual([3]);
  });

  it('numbers the columns of a table without a header', () => {
    const table = tableOf('HD-1,2024-01-02,3\nHD-2,2024-01-03,4\n');
    expect(table.headerLine).toBeNull();
    expect(table.headers).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(table.rows).toHaveLength(2);
    expect(tableOf('HD-1,2024-01-02,3\nHD-2,x,4\n', { hasHeader: true }).rows).toHaveLength(1);
  });

  it('keeps formulas as the text they are', () => {
    expect(cellsOf('a,b\n=1+1,@SUM(A1)\n')).toEqual([['=1+1', '@SUM(A1)']]);
  });
});

describe('encodings', () => {
  const row = 'name,city\nJosé,São Paulo\n';
  const utf16 = (isBig: boolean, hasBom: boolean): Uint8Array => {
    const text = (hasBom ? '\ufeff' : '') + row;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
    return bytes;
  };
  const windows1252 = Uint8Array.from(row, (char) => char.charCodeAt(0));

  it.each([
    ['UTF-8', bytesOf(row), 'utf-8', false],
    ['UTF-8 with a byte-order mark', bytesOf(`\ufeff${row}`), 'utf-8', false],
    ['UTF-16 LE with a mark', utf16(false, true), 'utf-16le', false],
    ['UTF-16 BE with a mark', utf16(true, true), 'utf-16be', false],
    ['UTF-16 LE without a mark', utf16(false, false), 'utf-16le', false],
    ['Windows-1252', windows1252, 'windows-1252', true],
  ])('reads %s', (_, bytes, encoding, isGuessed) => {
    const read = readTable(bytes, decode);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.headers).toEqual(['name', 'city']);
    expect(read.value.rows[0]?.cells).toEqual(['José', 'São Paulo']);
    expect(read.value.encoding).toBe(encoding);
    expect(read.value.isEncodingGuessed).toBe(isGuessed);
  });

  it('shows the words by which a guessed encoding can be judged', () => {
    const read = readTable(windows1252, decode);
    expect(read.ok && read.value.tellingWords).toEqual(['José', 'São']);
  });

  it('reads the same bytes another way when told to, and says where they do not fit', () => {
    expect(tableOf(row, { encoding: 'windows-1252' }).rows[0]?.cells[0]).toBe('JosÃ©');
    expect(readTable(windows1252, decode, { encoding: 'utf-8' })).toMatchObject({
      ok: false,
      error: { code: 'table-bad-encoding' },
    });
  });

  it('leaves NUL characters out and says how many', () => {
    const read = readTable(bytesOf('a,b\nx\0,y\nz,w\n'), decode);
    expect(read.ok && read.value.rows[0]?.cells).toEqual(['x', 'y']);
    expect(read.ok && read.value.notices).toEqual([{ code: 'nuls-dropped', count: 1, lines: [] }]);
  });
});

describe('files that are no tables', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff);
  it.each([
    ['an empty file', new Uint8Array(), 'table-empty'],
    ['blank lines', bytesOf('\n\n  \n'), 'table-empty'],
    ['a header alone', bytesOf('a,b,c\n'), 'table-header-only'],
    ['a PNG', png, 'table-binary'],
    ['noise', noise, 'table-binary'],
    ['a workbook', bytesOf('PK\u0003\u0004 rest'), 'table-workbook'],
    ['JSON', bytesOf('[{"name":"x"}]'), 'table-json'],
    ['a web page', bytesOf('<!DOCTYPE html><html></html>'), 'table-markup'],
  ])('%s: %s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it('says which line is too long, and how long, without hanging', () => {
    const tookMs = cpuMsOf(() => {
      const read = readTable(bytesOf('x'.repeat(10 * 1024 * 1024)), decode);
      expect(read).toMatchObject({
        ok: false,
        error: { code: 'table-line-too-long', detail: { line: 1, chars: 10 * 1024 * 1024 } },
      });
      const wide = readTable(bytesOf('ab,'.repeat(3_500_000)), decode);
      expect(wide).toMatchObject({ ok: false, error: { code: 'table-too-wide' } });
    });
    expect(tookMs).toBeLessThan(5_000);
  });

  it('refuses a file above the limit before it looks inside', () => {
    const huge = { length: TABLE_LIMITS.fileBytes + 1 } as Uint8Array;
    expect(refusalOf(huge)).toBe('table-too-large');
  });

  it('gives up on a text whose quotes are never closed, naming the first line', () => {
    // Each quote is followed by more text without a quote than one record may have.
    const lines = `${'y'.repeat(1023)}\n`.repeat(TABLE_LIMITS.recordChars / 1024);
    const read = readTable(bytesOf(`a,b\n${`x,"\n${lines}`.repeat(22)}`), decode);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'table-quotes-broken', detail: { line: 2 } },
    });
  });
});

describe('finding the separator', () => {
  it('holds against the other separators within cells, quoted only where they must be', () => {
    const word = fc.constantFrom(
      'Ana',
      'x',
      '12',
      'a, b',
      'a; b',
      'a | b',
      'one\ttwo',
      'say "hi"',
      '',
    );
    const row = fc.tuple(word, word, word);
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(row, { minLength: 3, maxLength: 30 }),
        (delimiter, rows) => {
          const written = (cell: string): string =>
            cell.includes(delimiter) || cell.includes('"')
              ? `"${cell.replaceAll('"', '""')}"`
              : cell;
          const lines = [['Key', 'Who', 'What', 'Why']].concat(
            rows.map((cells, at) => [`K-${at}`, ...cells]),
          );
          const text = lines.map((cells) => cells.map(written).join(delimiter)).join('\n');
          const table = tableOf(text, { hasHeader: true });
          expect(table.dialect.delimiter).toBe(delimiter);
          expect(table.rows.map((each) => each.cells)).toEqual(lines.slice(1));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('whatever the bytes', () => {
  it('answers with a table or a failure, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const read = readTable(bytes, decode);
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it('gives back what was written as RFC 4180 says', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll('\0', '').trim());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          // A key that no cell is: no row is blank or a header that comes again.
          const lines = [['first', 'second', 'third', 'key']].concat(
            rows.map((row, at) => [...row, `k${at}`]),
          );
          const text = lines.map((cells) => cells.map(quoted).join(',')).join(end);
          const read = tableOf(text, { delimiter: ',', hasHeader: true });
          expect(read.rows.map((row) => row.cells)).toEqual(lines.slice(1));
        },
      ),
      { numRuns: 300 },
    );
  });
});
