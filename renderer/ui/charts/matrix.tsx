import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { LeadColumn, MatrixCell, MatrixPlace } from './matrix-model.ts';
import { movedIn } from './matrix-model.ts';
import { MatrixRow } from './matrix-row.tsx';
import css from './matrix.module.css';
import { useWidthOf } from '../width-of.ts';
import type { Strip } from './use-sight.ts';
import { scrollTo, useSight } from './use-sight.ts';

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
const PLAIN_ROWS = 24;
const PLAIN_COLUMNS = 16;

/** As wide as there is room for, up to twice what is needed: further apart, a row is hard to follow. */
const widened = (leastPx: number, roomPx: number): number =>
  Math.max(leastPx, Math.min(2 * leastPx, roomPx));

const stripOf = (count: number, sizePx: number, beforePx: number, plain: number): Strip => ({
  count,
  sizePx,
  beforePx,
  beyond: count <= plain ? count : 3,
});

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
  columnPx: leastColumnPx = 72,
}: MatrixProps<Row>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const roomPx = useWidthOf(scroller, 0);
  const [place, setPlace] = useState<MatrixPlace | null>(null);
  const leadPx = lead.reduce((sum, { widthPx }) => sum + widthPx, 0);
  const columnPx = widened(leastColumnPx, Math.floor((roomPx - leadPx) / columns.length));
  const strips = {
    rows: stripOf(rows.length, ROW_PX, HEAD_PX, PLAIN_ROWS),
    columns: stripOf(columns.length, columnPx, leadPx, PLAIN_COLUMNS),
  };
  const { rows: shownRows, columns: shownColumns } = useSight(
    scroller,
    strips.rows,
    strips.columns,
  );
  const at = place && {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const latest = useRef({ onOpen, strips });
  useEffect(() => {
    latest.current = { onOpen, strips };
  });
  useEffect(() => {
    const element = scroller.current;
    if (!place || !element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    const { rows: down, columns: across } = latest.current.strips;
    const top = scrollTo(down, place.row, scrollTop, clientHeight);
    const left = place.column < 0 ? 0 : scrollTo(across, place.column, scrollLeft, clientWidth);
    if (top !== null) element.scrollTop = top;
    if (left !== null) element.scrollLeft = left;
  }, [place]);
  const press = useCallback((row: Row, index: number, column: number | null) => {
    setPlace({ row: index, column: column ?? -1 });
    latest.current.onOpen(row, column);
  }, []);

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
              onPress={press}
            />
          );
        })}
      </div>
    </div>
  );
}
