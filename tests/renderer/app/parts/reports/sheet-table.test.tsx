import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ReportBlock } from '#shared/exports/report-document';
import { SheetTable } from '../../../../../renderer/app/parts/reports/sheet-table.tsx';

type Table = Extract<ReportBlock, { readonly kind: 'table' }>;

const column = (title: string, isNumber = false) => ({ title, isNumber });

test('a column in which nothing is said is not on paper', () => {
  const table: Table = {
    kind: 'table',
    columns: [column('Member'), column('Unit'), column('Entries', true)],
    rows: [[{ text: 'Ana' }, { text: '–' }, { text: '12' }]],
  };
  render(<SheetTable table={table} />);
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Member',
    'Entries',
  ]);
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Ana', '12']);
});

test('what was done about a row stands across all columns below it', () => {
  const table: Table = {
    kind: 'table',
    columns: [column('Work'), column('Due')],
    rows: [
      [{ text: 'Winter candles' }, { text: 'Friday' }],
      [{ text: 'Wednesday · Requested', isPart: true }],
    ],
  };
  render(<SheetTable table={table} />);
  const line = screen.getByRole('cell', { name: 'Wednesday · Requested' });
  expect(line.getAttribute('colspan')).toBe('2');
});
