import type { KeyboardEvent, MouseEvent } from 'react';
import { useId, useMemo, useRef, useState } from 'react';
import { DataTableHeader } from './data-table-header.tsx';
import { PlainRows, VirtualRows } from './data-table-rows.tsx';
import type { Column, Sort } from './data-table-model.ts';
import { gridTemplate, leastWidthPx, movedTo, nextSort, sortedRows } from './data-table-model.ts';
import css from './data-table.module.css';

interface DataTableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** Enter or a press on a row. */
  readonly onOpen?: ((row: T) => void) | undefined;
  /** Right press, the menu key or Shift+F10 on a row. */
  readonly onContextMenu?: ((row: T) => void) | undefined;
  /** Any other key on a row; answers whether it was taken. */
  readonly onKey?: ((row: T, key: string) => boolean) | undefined;
  /** Which rows are drawn, first and last: a list that is read piece by piece fetches them now. */
  readonly onVisible?: ((first: number, last: number) => void) | undefined;
  /** Shown in place of the table when there is no row. */
  readonly empty: React.ReactNode;
  /** The row whose details are open beside the table. */
  readonly openKey?: string | null | undefined;
  readonly initialSort?: Sort | undefined;
  /** `fill` takes the room its parent has (a `Page` with layout `fill`); `content` grows up to most of the window. */
  readonly fit?: 'content' | 'fill' | undefined;
}

/** From here on only the rows in sight are drawn: a hundred thousand scroll as smoothly as fifty. */
const VIRTUAL_FROM = 80;

/**
 * Rows and columns with the keyboard of a grid: arrows, Page Up and Down, Home, End, Enter to open.
 * A heading with `sortValue` sorts; otherwise the order of `rows` stands.
 */
export function DataTable<T>({
  label,
  rows,
  columns,
  rowKey,
  onOpen,
  onContextMenu,
  onKey,
  onVisible,
  empty,
  openKey = null,
  initialSort,
  fit = 'content',
}: DataTableProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const shown = useMemo(() => sortedRows(rows, columns, sort), [rows, columns, sort]);
  // By key, so that the place stays with its row when rows are added above it.
  const activeIndex = useMemo(
    () => (activeKey === null ? -1 : shown.findIndex((row) => rowKey(row) === activeKey)),
    [shown, activeKey, rowKey],
  );

  if (rows.length === 0) return <>{empty}</>;

  const moveBy = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = shown[activeIndex];
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen?.(row);
      return;
    }
    if (isMenuKey(event) && row !== undefined && onContextMenu) {
      event.preventDefault();
      onContextMenu(row);
      return;
    }
    const next = movedTo(event.key, activeIndex, shown.length);
    const target = next === null ? undefined : shown[next];
    if (target !== undefined) setActiveKey(rowKey(target));
    const isTaken = target !== undefined || isActOn(event, row, onKey);
    if (isTaken) event.preventDefault();
  };

  const rowsProps = {
    id,
    rows: shown,
    columns,
    rowKey,
    activeIndex,
    openKey,
    isPressable: onOpen !== undefined,
    onPress: (row: T, event: MouseEvent) => {
      setActiveKey(rowKey(row));
      if (!isOnControl(event)) onOpen?.(row);
    },
    onMenu: (row: T, event: MouseEvent) => {
      setActiveKey(rowKey(row));
      if (!onContextMenu) return;
      event.preventDefault();
      onContextMenu(row);
    },
    scroller,
    onVisible,
  };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeIndex < 0 ? undefined : `${id}-${activeIndex}`}
      tabIndex={0}
      className={css['table']}
      data-fit={fit}
      style={{
        '--columns': gridTemplate(columns),
        '--least-width': `${leastWidthPx(columns)}px`,
      }}
      onKeyDown={moveBy}
      onFocus={(event) => {
        const first = shown[0];
        if (event.target === event.currentTarget && activeIndex < 0 && first !== undefined) {
          setActiveKey(rowKey(first));
        }
      }}
    >
      <DataTableHeader
        columns={columns}
        sort={sort}
        onSort={(column) => setSort(nextSort(sort, column))}
      />
      {shown.length < VIRTUAL_FROM ? <PlainRows {...rowsProps} /> : <VirtualRows {...rowsProps} />}
    </div>
  );
}

const isMenuKey = (event: KeyboardEvent): boolean =>
  event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);

function isActOn<T>(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  row: T | undefined,
  onKey: ((row: T, key: string) => boolean) | undefined,
): boolean {
  if (row === undefined || ctrlKey || metaKey || altKey) return false;
  return onKey?.(row, key) ?? false;
}

/** A press on a button or field inside a cell is meant for it and not for the row. */
const isOnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element &&
  event.target.closest('button, a, input, select, textarea, label') !== null;
