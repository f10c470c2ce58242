import { describe, expect, it } from 'vitest';
import { htmlRows, markdownRows } from '#shared/imports/pasted-grid';
import { refusalOf, sourceOf, bytesOf, decode } from './support.ts';
import { readSource } from '#shared/imports/source-table';

describe('a page’s table', () => {
  it('keeps lines within a cell, spans and what markup stands for', () => {
    const html =
      '<html><body><!--StartFragment--><table><tr><th>Name<th colspan=2>Who</tr>' +
      '<tr><td>Red&nbsp;shoes<br>size 40</td><td>Ana &amp; Ben</td><td></td></tr></table>';
    expect(htmlRows(html)).toEqual([
      ['Name', 'Who', ''],
      ['Red shoes\nsize 40', 'Ana & Ben', ''],
    ]);
  });

  it('is the largest of several, and says nothing that a script does', () => {
    const html =
      '<table><tr><td>menu</td></tr></table><table><tr><td>a</td><td>b</td></tr>' +
      '<tr><td>1<script>alert(1)</script></td><td onclick="x()">2</td></tr></table>';
    expect(htmlRows(html)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('is read from a file or the clipboard like any other', () => {
    const html = '<table><tr><th>Task<th>Who</tr><tr><td>Shoes</td><td>Ana</td></tr></table>';
    const table = sourceOf(html);
    expect([table.kind, table.headers, table.rows[0]?.cells]).toEqual([
      'page',
      ['Task', 'Who'],
      ['Shoes', 'Ana'],
    ]);
    const read = readSource(bytesOf('<html><p>No table</p></html>'), decode);
    expect(read.ok ? 'read' : read.error.code).toBe('table-markup');
    expect(refusalOf(bytesOf(html))).toBe('table-markup');
  });
});

describe('a table of Markdown', () => {
  it('is read with its escaped bars', () => {
    const text =
      'Some words\n\n| Task | Who |\n| :--- | ---: |\n| a \\| b | Ana |\n| c | |\n\nafter';
    expect(markdownRows(text)).toEqual([
      ['Task', 'Who'],
      ['a | b', 'Ana'],
      ['c', ''],
    ]);
    expect(sourceOf(text).headers).toEqual(['Task', 'Who']);
  });

  it('is none where nothing rules off its head', () => {
    expect(markdownRows('a | b\n1 | 2')).toBeNull();
    expect(sourceOf('a|b\n1|2\n3|4').kind).toBe('text');
  });
});
