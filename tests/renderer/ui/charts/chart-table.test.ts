import { expect, test } from 'vitest';
import { cellOf, tableText } from '../../../../renderer/ui/charts/chart-table.ts';

const table = (name: string, value: number | null) => ({
  columns: [{ label: 'Who' }, { label: 'Share' }],
  rows: [{ key: 'a', cells: [name, cellOf(value, (ratio) => `${ratio * 100}%`)] }],
});

test('numbers are copied bare, with their heading', () => {
  expect(tableText(table('Ana', 0.25))).toBe('Who\tShare\nAna\t0.25');
});

test('what is not known is an empty cell and no zero', () => {
  expect(tableText(table('Ana', null))).toBe('Who\tShare\nAna\t');
});

test.each(['=1+1', '+cmd', '@SUM(A1)', '-2+3'])(
  'the name %s is no formula where it is pasted',
  (name) => {
    expect(tableText(table(name, 1)).split('\n')[1]?.startsWith("'")).toBe(true);
  },
);

test('a negative number stays a number', () => {
  expect(tableText(table('Ana', -3))).toBe('Who\tShare\nAna\t-3');
});

test('a name cannot break out of its cell', () => {
  expect(tableText(table('Ana\tBen\nCleo', 1))).toBe('Who\tShare\nAna Ben Cleo\t1');
});
