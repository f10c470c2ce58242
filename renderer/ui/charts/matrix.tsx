import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { LeadColumn, MatrixCell, MatrixPlace, PlacedItem } from './matrix-model.ts';
import { movedIn } from './matrix-model.ts';
import { MatrixRow } from './matrix-row.tsx';
import css from './matrix.module.css';

interface MatrixProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly lead: readonly LeadColumn<Row>[];
  /** What the other columns are called. */
  readonly columns: readonly string[];
  readonly cellOf: (row: Row, column: number) => MatrixCell;
  /** Enter or a press: what is behind a cell, or (null) behind the whole row. */
  readonly onOpen: (row: Row, column: number | null) => void;
  /** Space on a row: shows what it is made of. */
  readonly onToggle?: ((row: Row) => void) | undefined;
  readonly columnPx?: number | undefined;
}

/** `--row-height`, and the heading's. */
const ROW_PX = 34;
const HEAD_PX = 30;

/** So few are all drawn. */
const PLAIN_ROWS = 40;
const PLAIN_COLUMNS = 32;

const placed = (count: number, fromPx: number, sizePx: number): readonly PlacedItem[] =>
  Array.from({ length: count }, (_, index) => ({ index, start: fromPx + index * sizePx }));

/**
 * Many rows by many periods, of which only those in sight are drawn. One stop of the keyboard: arrows go
 * from cell to cell, Enter opens what is behind one, Space unfolds a row.
 */
export function Matrix<Row>({
  label,
  rows,
  rowKey,
  lead,
  columns,
  cellOf,
  onOpen,
  onToggle,
  columnPx = 72,
}: MatrixProps<Row>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<MatrixPlace | null>(null);
  const leadPx = lead.reduce((sum, { widthPx }) => sum + widthPx, 0);
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnPx,
    overscan: 3,
    paddingStart: leadPx,
    scrollPaddingStart: leadPx,
    initialRect: { width: 1200, height: 400 },
  });
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollPaddingStart: HEAD_PX,
    scrollMargin: HEAD_PX,
    initialRect: { width: 1200, height: 600 },
  });
  const at = place && {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  useEffect(() => {
    if (!place) return;
    down.scrollToIndex(place.row, { align: 'auto' });
    if (place.column >= 0) across.scrollToIndex(place.column, { align: 'auto' });
    else scroller.current?.scrollTo({ left: 0 });
  }, [place, down, across]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const row = at ? rows[at.row] : undefined;
    if (event.key === 'Enter' && at && row !== undefined) {
      onOpen(row, at.column < 0 ? null : at.column);
    } else if (event.key === ' ' && row !== undefined && onToggle) onToggle(row);
    else {
      const from = at ?? { row: -1, column: -1 };
      const next = movedIn(event, from, { rows: rows.length, columns: columns.length });
      if (!next) return;
      setPlace(next);
    }
    event.preventDefault();
  };
  const shownColumns =
    columns.length <= PLAIN_COLUMNS
      ? placed(columns.length, leadPx, columnPx)
      : across.getVirtualItems();
  const shownRows =
    rows.length <= PLAIN_ROWS ? placed(rows.length, HEAD_PX, ROW_PX) : down.getVirtualItems();
  const widthPx = leadPx + columns.length * columnPx;
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- it is focusable: tabIndex is below
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + lead.length}
      aria-activedescendant={at ? `${id}-${at.row}-${at.column}` : undefined}
      tabIndex={0}
      className={css['matrix']}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={css['head']} style={{ width: widthPx }}>
        <div role="row" aria-rowindex={1} className={css['row']}>
          <div className={css['lead']}>
            {lead.map(({ key, header, widthPx, align }) => (
              <div
                key={key}
                role="columnheader"
                className={css['cell']}
                data-align={align}
                style={{ width: widthPx }}
              >
                {header}
              </div>
            ))}
          </div>
          {shownColumns.map(({ index, start }) => (
            <div
              key={index}
              role="columnheader"
              aria-colindex={lead.length + index + 1}
              className={css['figure']}
              style={{ width: columnPx, transform: `translateX(${start}px)` }}
            >
              {columns[index]}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={css['body']}
        style={{ height: rows.length * ROW_PX, width: widthPx }}
      >
        {shownRows.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <MatrixRow
              key={rowKey(row)}
              id={id}
              row={row}
              index={index}
              startPx={start - HEAD_PX}
              lead={lead}
              columnPx={columnPx}
              columns={shownColumns}
              cellOf={cellOf}
              activeColumn={at?.row === index ? at.column : null}
              onPress={(column) => {
                setPlace({ row: index, column: column ?? -1 });
                onOpen(row, column);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
