import { expect, test } from 'vitest';
import type { ReportDocument } from '#shared/exports/report-document';
import { orientationOf } from '../../../../../renderer/app/parts/reports/shown-columns.ts';

function reportOf(columns: number, said: number): ReportDocument {
  const places = Array.from({ length: columns }, (_, at) => at);
  return {
    title: 'Entries',
    subtitle: '',
    facts: [],
    locale: 'en-GB',
    blocks: [
      {
        kind: 'table',
        columns: places.map((at) => ({ title: `Column ${at}`, isNumber: false })),
        rows: [places.map((at) => ({ text: at < said ? 'x' : '–' }))],
      },
    ],
  };
}

test('a table with more columns than stand side by side turns the sheets', () => {
  expect(orientationOf(reportOf(12, 12))).toBe('portrait');
  expect(orientationOf(reportOf(13, 13))).toBe('landscape');
});

test('columns that say nothing turn no sheet', () => {
  expect(orientationOf(reportOf(18, 9))).toBe('portrait');
});
