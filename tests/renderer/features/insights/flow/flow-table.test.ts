import '../../../../../renderer/i18n/view-words.ts';
import { expect, test } from 'vitest';
import { changeFormat } from '../../../../../renderer/features/insights/flow/change-words.ts';
import {
  chartTable,
  reportTable,
} from '../../../../../renderer/features/insights/flow/flow-table.ts';

const TABLE = {
  columns: [
    { title: 'Work', kind: 'text' },
    { title: 'Age', kind: 'duration' },
    { title: 'Value', kind: 'money', currency: 'EUR' },
    { title: 'Share', kind: 'ratio' },
    { title: 'Day', kind: 'day' },
  ],
  rows: [{ key: 'a', cells: ['Lamps', 5_400_000, 120_050, 0.5, '2026-11-16'] }],
} as const;

test('what is read has its units, what is copied or saved is the bare value', () => {
  const [row] = chartTable(TABLE).rows;
  expect(row?.cells).toEqual([
    'Lamps',
    { text: '1 h 30 min', value: 5_400_000 },
    { text: '€1,200.50', value: 120_050 },
    { text: '50%', value: 0.5 },
    { text: '16 Nov 2026', value: '2026-11-16' },
  ]);
  const report = reportTable('Ages', TABLE, ['What it means']);
  expect(report.rows).toEqual([['Lamps', 5_400_000, 120_050, 0.5, '2026-11-16']]);
  expect(report).toMatchObject({ name: 'Ages', notes: ['What it means'] });
});

test('what nothing is known of is a dash and no number', () => {
  const [row] = chartTable({ ...TABLE, rows: [{ key: 'a', cells: ['Lamps'] }] }).rows;
  expect(row?.cells[1]).toEqual({ text: '–', value: null });
});

test('the shown parts of a rate add up to what is shown of the whole', () => {
  const { rounded, change } = changeFormat('accuracy', 'EUR');
  const parts = rounded([0.000_44, 0.000_44, 0.000_44]);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  expect(parts.map(change)).toEqual(['+0.1 points', '0 points', '0 points']);
  expect(change(whole)).toBe('+0.1 points');
  expect(change(-0.021)).toBe('−2.1 points');
});
