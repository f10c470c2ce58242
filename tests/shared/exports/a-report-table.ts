import type { ReportTable } from '../../../shared/exports/report-table.ts';

/** One of each kind of column, with what makes trouble in them. */
export const REPORT_TABLE: ReportTable = {
  name: 'Entries: week 47',
  columns: [
    { title: 'Entry', kind: 'text' },
    { title: 'Quantity', kind: 'number' },
    { title: 'Accuracy', kind: 'ratio' },
    { title: 'Value', kind: 'money', currency: 'JPY' },
    { title: 'Cost', kind: 'money', currency: 'PHP' },
    { title: 'Took', kind: 'duration' },
    { title: 'Day', kind: 'day' },
    { title: 'Completed', kind: 'instant' },
  ],
  rows: [
    [
      '=HYPERLINK("http://x";"y")',
      -3,
      0.985,
      12_500,
      12_550,
      5_400_000,
      '2026-11-01',
      // An hour after New York's clocks went back: the second 01:30 of that night.
      { atMs: Date.UTC(2026, 10, 1, 6, 30), zone: 'America/New_York' },
    ],
    ['Ñandú, "x"\nrow', null, null, null, null, null, null, null],
    [
      '+1',
      Number.NaN,
      1,
      0,
      0,
      0,
      '2026-11-02',
      { atMs: Date.UTC(2026, 0, 1), zone: 'Asia/Manila' },
    ],
  ],
  notes: ['This week'],
};
