import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { DataTable } from '../../../renderer/ui/data-table.tsx';
import { gridTemplate, leastWidthPx } from '../../../renderer/ui/data-table-model.ts';
import type { Column } from '../../../renderer/ui/data-table-model.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly quantity: number | null;
}

const lines: readonly Line[] = [
  { id: 'a', name: 'Listings', quantity: 12 },
  { id: 'b', name: 'Tickets', quantity: 40 },
  { id: 'c', name: 'Invoices', quantity: null },
];

const columns: readonly Column<Line>[] = [
  { key: 'name', header: 'Name', render: ({ name }) => name, sortValue: ({ name }) => name },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'end',
    render: ({ quantity }) => quantity ?? '–',
    sortValue: ({ quantity }) => quantity,
  },
  {
    key: 'edit',
    header: 'Edit',
    isHeaderHidden: true,
    render: () => <button type="button">Edit</button>,
  },
];

function renderTable(props: Partial<Parameters<typeof DataTable<Line>>[0]> = {}) {
  return render(
    <DataTable
      label="Entries"
      rows={lines}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<p>No entries</p>}
      {...props}
    />,
  );
}

const namesInOrder = (): readonly (string | undefined)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? undefined);

const activeRow = (): Element | null => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id);
};

describe('with the keyboard', () => {
  test('Tab reaches the table at its first row, arrows move, Home and End jump', async () => {
    const user = userEvent.setup();
    renderTable();
    await user.tab();
    expect(screen.getByRole('grid')).toBe(document.activeElement);
    expect(activeRow()?.textContent).toContain('Listings');
    await user.keyboard('{ArrowDown}');
    expect(activeRow()?.textContent).toContain('Tickets');
    await user.keyboard('{End}');
    expect(activeRow()?.textContent).toContain('Invoices');
    await user.keyboard('{ArrowDown}');
    expect(activeRow()?.textContent).toContain('Invoices');
    await user.keyboard('{Home}');
    expect(activeRow()?.textContent).toContain('Listings');
  });

  test('Enter opens the row it is on', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn<(line: Line) => void>();
    renderTable({ onOpen });
    await user.tab();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(lines[1]);
  });

  test('Shift+F10 asks for the row’s menu', async () => {
    const user = userEvent.setup();
    const onContextMenu = vi.fn<(line: Line) => void>();
    renderTable({ onContextMenu });
    await user.tab();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(onContextMenu).toHaveBeenCalledExactlyOnceWith(lines[0]);
  });

  test('the place stays with its row when a row is added above it', async () => {
    const user = userEvent.setup();
    const { rerender } = renderTable();
    await user.tab();
    await user.keyboard('{ArrowDown}');
    rerender(
      <DataTable
        label="Entries"
        rows={[{ id: 'new', name: 'Research', quantity: 1 }, ...lines]}
        columns={columns}
        rowKey={({ id }) => id}
        empty={null}
      />,
    );
    expect(activeRow()?.textContent).toContain('Tickets');
  });
});

describe('with the pointer', () => {
  test('a press opens the row, a press on a button in it does not', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn<(line: Line) => void>();
    renderTable({ onOpen });
    const [edit] = screen.getAllByRole('button', { name: 'Edit' });
    if (edit) await user.click(edit);
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(screen.getByText('Invoices'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(lines[2]);
  });
});

describe('sorting', () => {
  test('goes up, down and back to the order given; absent values stay last', async () => {
    const user = userEvent.setup();
    renderTable();
    const heading = screen.getByRole('button', { name: 'Quantity' });
    await user.click(heading);
    expect(namesInOrder()).toEqual(['Listings', 'Tickets', 'Invoices']);
    expect(screen.getByRole('columnheader', { name: 'Quantity' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await user.click(heading);
    expect(namesInOrder()).toEqual(['Tickets', 'Listings', 'Invoices']);
    await user.click(heading);
    expect(namesInOrder()).toEqual(['Listings', 'Tickets', 'Invoices']);
  });
});

test('without rows the empty state stands alone', () => {
  renderTable({ rows: [] });
  expect(screen.getByText('No entries')).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});

test('of a hundred thousand rows only those in sight are drawn, and the count is still told', () => {
  const rows = Array.from({ length: 100_000 }, (_, index): Line => ({
    id: String(index),
    name: `Line ${index}`,
    quantity: index,
  }));
  renderTable({ rows });
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
});

test('heading and rows share one least width, so that they stay in line when they scroll', () => {
  const column = (key: string, width?: number | string): Column<string> => ({
    key,
    header: key,
    render: (row) => row,
    width,
  });
  const columns = [column('day', 132), column('what', '2fr'), column('rest')];
  expect(gridTemplate(columns)).toBe('132px minmax(64px, 2fr) minmax(64px, 1fr)');
  expect(leastWidthPx(columns)).toBe(132 + 64 + 64);
  render(
    <DataTable label="Rows" rows={['a']} columns={columns} rowKey={(row) => row} empty={null} />,
  );
  expect(screen.getByRole('grid').style.getPropertyValue('--least-width')).toBe('260px');
});
