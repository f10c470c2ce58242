import { useVirtualizer } from '@tanstack/react-virtual';
import type { MouseEvent, RefObject } from 'react';
import { useEffect, useMemo } from 'react';
import type { Column } from './data-table-model.ts';
import css from './data-table.module.css';

/** `--row-height`: rows are all of one height, so that a hundred thousand need no measuring. */
const ROW_PX = 34;
/** The heading's row stands above the first one and covers the top of the scrolled room. */
const HEAD_PX = 30;

interface RowsProps<T> {
  readonly id: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  readonly activeIndex: number;
  readonly openKey: string | null;
  /** Null where rows are not chosen together: then the open row counts as the selected one. */
  readonly selectedKeys: ReadonlySet<string> | null;
  readonly isPressable: boolean;
  readonly onPress: (row: T, event: MouseEvent) => void;
  readonly onMenu: (row: T, event: MouseEvent) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onVisible: ((first: number, last: number) => void) | undefined;
}

/** Every row is drawn. */
export function PlainRows<T>(props: RowsProps<T>) {
  const { id, rows, activeIndex } = props;
  useEffect(() => {
    if (activeIndex < 0) return;
    document.getElementById(`${id}-${activeIndex}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, activeIndex]);
  return (
    <div role="rowgroup">
      {rows.map((row, index) => (
        <Row key={props.rowKey(row)} {...props} row={row} index={index} />
      ))}
    </div>
  );
}

/** Only the rows in sight, and a few beyond, are drawn. */
export function VirtualRows<T>(props: RowsProps<T>) {
  const { rows, activeIndex, scroller, onVisible } = props;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: HEAD_PX,
    scrollMargin: HEAD_PX,
    initialRect: { width: 1000, height: 800 },
  });
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtualizer, activeIndex]);
  const drawn = virtualizer.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => onVisible?.(first, last), [onVisible, first, last]);
  return (
    <div role="rowgroup" className={css['room']} style={{ height: virtualizer.getTotalSize() }}>
      {drawn.map(({ index, start }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <Row
            key={props.rowKey(row)}
            {...props}
            row={row}
            index={index}
            startPx={start - HEAD_PX}
          />
        );
      })}
    </div>
  );
}

function Row<T>({
  id,
  row,
  index,
  startPx,
  columns,
  rowKey,
  activeIndex,
  openKey,
  selectedKeys,
  isPressable,
  onPress,
  onMenu,
}: RowsProps<T> & {
  readonly row: T;
  readonly index: number;
  readonly startPx?: number | undefined;
}) {
  // The same elements for the same row: moving the keyboard or typing a filter draws no cell anew.
  const cells = useMemo(
    () =>
      columns.map((column) => (
        <div key={column.key} role="gridcell" className={css['cell']} data-align={column.align}>
          {column.render(row)}
        </div>
      )),
    [columns, row],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the grid's, which names the row by `aria-activedescendant`
    <div
      role="row"
      id={`${id}-${index}`}
      aria-rowindex={index + 2}
      aria-selected={selectedKeys ? selectedKeys.has(rowKey(row)) : rowKey(row) === openKey}
      className={css['row']}
      data-active={index === activeIndex || undefined}
      data-open={rowKey(row) === openKey || undefined}
      data-pressable={isPressable || undefined}
      style={startPx === undefined ? undefined : { transform: `translateY(${startPx}px)` }}
      onClick={(event) => onPress(row, event)}
      onContextMenu={(event) => onMenu(row, event)}
    >
      {cells}
    </div>
  );
}
