import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column, Sort } from './data-table-model.ts';
import css from './data-table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface DataTableHeaderProps<T> {
  readonly columns: readonly Column<T>[];
  readonly sort: Sort | null;
  readonly onSort: (key: string) => void;
}

export function DataTableHeader<T>({ columns, sort, onSort }: DataTableHeaderProps<T>) {
  return (
    <div role="rowgroup" className={css['head']}>
      <div role="row" aria-rowindex={1} className={css['row']}>
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            aria-sort={ariaSort(column, sort)}
            className={css['cell']}
            data-align={column.align}
          >
            <Heading column={column} sort={sort} onSort={onSort} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Heading<T>({
  column,
  sort,
  onSort,
}: Omit<DataTableHeaderProps<T>, 'columns'> & { readonly column: Column<T> }) {
  if (column.isHeaderHidden === true) return <VisuallyHidden>{column.header}</VisuallyHidden>;
  if (!column.sortValue) return <span className={css['heading']}>{column.header}</span>;
  const Arrow = sort?.direction === 'down' ? ArrowDown : ArrowUp;
  return (
    <button type="button" className={css['sort']} onClick={() => onSort(column.key)}>
      {column.header}
      {sort?.key === column.key && <Arrow size={12} aria-hidden />}
    </button>
  );
}

function ariaSort<T>(
  column: Column<T>,
  sort: Sort | null,
): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sortValue) return undefined;
  if (sort?.key !== column.key) return 'none';
  return sort.direction === 'up' ? 'ascending' : 'descending';
}
