import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { workbookBytes } from '../../../../renderer/services/reports/workbook.ts';
import { REPORT_TABLE } from '../../../shared/exports/a-report-table.ts';

/** The files in a workbook, which is a zip of XML. */
async function filesOf(
  ...tables: Parameters<typeof workbookBytes>[0]
): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await workbookBytes(tables)));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return files;
}

describe('a workbook', () => {
  test('has no formula, whatever was typed', async () => {
    const files = await filesOf(REPORT_TABLE);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toContain('<f>');
    expect([...files.values()].join('')).toContain('=HYPERLINK(');
  });

  test('holds numbers and dates as what they are', async () => {
    const sheet = (await filesOf(REPORT_TABLE)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<v>-3</v>');
    expect(sheet).toContain('<v>125.5</v>');
    // 2026-11-01 is day 46327 of Excel's calendar; 01:30 of it a sixteenth later.
    expect(sheet).toContain('<v>46327</v>');
    expect(sheet).toContain('<v>46327.0625</v>');
  });

  test('leaves out what XML does not take', async () => {
    const rows = [
      ['a\u0000b\u000bc\ufffe', 1],
      ['half \ud800', 2],
    ];
    const files = await filesOf({ ...REPORT_TABLE, rows });
    const all = [...files.values()].join('');
    expect(all).toContain('abc');
    expect(all).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|\ufffe/u);
  });

  test('gives each table a sheet with a name that Excel takes', async () => {
    const files = await filesOf(REPORT_TABLE, REPORT_TABLE, {
      ...REPORT_TABLE,
      name: 'A name [much] too long for the tab of any sheet',
    });
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual([
      'Entries week 47',
      'Entries week 47 2',
      'A name much too long for the ta',
    ]);
  });
});
