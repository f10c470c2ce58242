import { describe, expect, test } from 'vitest';
import { reportFormats } from '../../../shared/exports/formats.ts';
import { tablesDocument, writtenTable } from '../../../shared/exports/report-document.ts';
import { reportMarkdown } from '../../../shared/exports/report-markdown.ts';
import { REPORT_TABLE } from './a-report-table.ts';

/** Runtimes differ in which space they put between a number and its sign. */
const spaced = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('numbers, money and days as a country writes them', () => {
  test('in Germany', () => {
    const formats = reportFormats('de-DE');
    expect(spaced(formats.number(1234.5))).toBe('1.234,5');
    expect(spaced(formats.money(123_450, 'EUR'))).toBe('1.234,50 €');
    expect(spaced(formats.ratio(0.985))).toBe('98,5 %');
    expect(spaced(formats.day('2026-11-03'))).toContain('Nov');
  });

  test('in India, whose thousands are grouped by two', () => {
    expect(reportFormats('en-IN').number(12_345_678)).toBe('1,23,45,678');
  });

  test('a currency without cents has none, one nobody knows keeps its letters', () => {
    expect(spaced(reportFormats('en-US').money(1250, 'JPY'))).toBe('¥1,250');
    expect(spaced(reportFormats('en-GB').money(1250, 'points'))).toBe('12.5 points');
  });

  test('working time in hours and minutes, whole hours from ten on', () => {
    const { duration } = reportFormats('en-US');
    expect(spaced(duration(35 * 60_000))).toBe('35 min');
    expect(spaced(duration(95 * 60_000))).toBe('1 hr 35 min');
    expect(spaced(duration(26.4 * 3_600_000))).toBe('26 hr');
  });

  test('a zone that the runtime does not know is written in UTC and says so', () => {
    expect(reportFormats('en-GB').instant(0, 'Moon/Base')).toContain('UTC');
  });
});

describe('a report in words', () => {
  const formats = reportFormats('en-GB');

  test('a table writes what there is, and a dash for what there is not', () => {
    const table = writtenTable(REPORT_TABLE, formats);
    if (table.kind !== 'table') throw new Error('no table');
    expect(table.rows[1]?.slice(1).every(({ text }) => text === '–')).toBe(true);
    expect(table.rows[0]?.[2]).toEqual({ text: '98.5%', shareRatio: 0.985 });
    expect(table.rows[0]?.[7]?.text).toContain('01:30');
  });

  test('says how many rows stand in the file alone', () => {
    const many = { ...REPORT_TABLE, rows: Array.from({ length: 2_005 }, () => ['x']) };
    const { blocks } = tablesDocument(
      { title: 'T', subtitle: '', facts: [] },
      [many],
      formats,
      (left) => `${left} more`,
    );
    expect(blocks.at(-1)).toEqual({ kind: 'text', text: '5 more' });
  });

  test('for a chat it has no tables, and takes no typed sign for a mark', () => {
    const text = reportMarkdown({
      title: 'Week *47*',
      subtitle: 'Robin’s team',
      facts: [{ label: 'Made', value: 'today' }],
      blocks: [
        {
          kind: 'figures',
          figures: [{ label: 'Output', value: '48', note: 'of 60', tone: 'bad' }],
        },
        { kind: 'list', items: ['a_b'] },
        {
          kind: 'table',
          columns: [
            { title: 'Outcome', isNumber: false },
            { title: 'Done', isNumber: true },
            { title: 'Late', isNumber: true },
          ],
          rows: [[{ text: 'Uploads' }, { text: '48' }, { text: '–' }]],
        },
      ],
      locale: 'en-GB',
    });
    expect(text).toBe(
      '**Week \\*47\\***\nRobin’s team\nMade: today\n\n- Output: **48** (of 60)\n\n- a\\_b\n\n' +
        '- **Uploads**: Done 48\n',
    );
  });
});
