import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
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
  /** Rows that are chosen together: Space or Ctrl and a press chooses one, Shift with a move or a press extends. */
  readonly selection?: RowSelection<T> | undefined;
  /** The row that the keyboard is on when the table is first shown. */
  readonly initialActiveKey?: string | null | undefined;
  /** The keyboard or a press came to a row. */
  readonly onActive?: ((row: T) => void) | undefined;
  readonly initialSort?: Sort | undefined;
  /** `fill` takes the room its parent has (a `Page` with layout `fill`); `content` grows up to most of the window. */
  readonly fit?: 'content' | 'fill' | undefined;
}

export interface RowSelection<T> {
  readonly keys: ReadonlySet<string>;
  readonly onToggle: (row: T) => void;
  /** Shift and a move; `from` is null where the keyboard was on no row. */
  readonly onStep: (from: T | null, to: T) => void;
  /** Shift and a press: every row from the one before to the pressed one. */
  readonly onRange: (rows: readonly T[]) => void;
}

/** Where the keyboard is: on which row, and at which place it stood. */
interface Active {
  readonly key: string | null;
  readonly index: number;
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
  selection,
  initialActiveKey = null,
  onActive,
  initialSort,
  fit = 'content',
}: DataTableProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const [active, setActive] = useState<Active>({ key: initialActiveKey, index: -1 });
  const shown = useMemo(() => sortedRows(rows, columns, sort), [rows, columns, sort]);
  // By key, so that the place stays with its row when rows are added above it; a row that went away
  // hands its place to the one that stands there now.
  const activeIndex = useMemo(() => {
    if (active.key === null) return -1;
    const index = shown.findIndex((row) => rowKey(row) === active.key);
    return index < 0 ? Math.min(active.index, shown.length - 1) : index;
  }, [shown, active, rowKey]);
  const activeRow = shown[activeIndex];
  const heir = activeRow === undefined || rowKey(activeRow) === active.key ? null : activeRow;
  useEffect(() => {
    if (heir !== null) onActive?.(heir);
  }, [heir, onActive]);
  const goTo = (row: T): void => {
    setActive({ key: rowKey(row), index: shown.indexOf(row) });
    onActive?.(row);
  };

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
    if (event.key === ' ' && row !== undefined && selection) {
      event.preventDefault();
      selection.onToggle(row);
      return;
    }
    const next = movedTo(event.key, activeIndex, shown.length);
    const target = next === null ? undefined : shown[next];
    if (target !== undefined) {
      if (event.shiftKey) selection?.onStep(row ?? null, target);
      goTo(target);
    }
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
    selectedKeys: selection?.keys ?? null,
    isPressable: onOpen !== undefined,
    onPress: (row: T, event: MouseEvent) => {
      const isChoosing = selection && (event.shiftKey || event.ctrlKey || event.metaKey);
      if (isChoosing && event.shiftKey) selection.onRange(between(shown, activeIndex, row));
      else if (isChoosing) selection.onToggle(row);
      goTo(row);
      if (!isChoosing && !isOnControl(event)) onOpen?.(row);
    },
    onMenu: (row: T, event: MouseEvent) => {
      goTo(row);
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
      aria-multiselectable={selection ? true : undefined}
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
          goTo(first);
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

/** The rows from one, or from the first, to another, in the order shown. */
function between<T>(shown: readonly T[], fromIndex: number, to: T): readonly T[] {
  const ends = [Math.max(0, fromIndex), shown.indexOf(to)];
  return shown.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** A press on a button or field inside a cell is meant for it and not for the row. */
const isOnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element &&
  event.target.closest('button, a, input, select, textarea, label') !== null;
