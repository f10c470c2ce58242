import type { MouseEvent } from 'react';
import { memo } from 'react';
import type { LeadColumn, MatrixCell, PlacedItem } from './matrix-model.ts';
import css from './matrix.module.css';

interface MatrixRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly startPx: number;
  readonly lead: readonly LeadColumn<Row>[];
  readonly columnPx: number;
  /** The columns in sight. */
  readonly columns: readonly PlacedItem[];
  readonly cellOf: (row: Row, column: number) => MatrixCell;
  /** The cell that the keyboard is on, −1 the name; null where it is on another row. */
  readonly activeColumn: number | null;
  readonly onPress: (row: Row, index: number, column: number | null) => void;
}

function PlainRow<Row>({
  id,
  row,
  index,
  startPx,
  lead,
  columnPx,
  columns,
  cellOf,
  activeColumn,
  onPress,
}: MatrixRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={css['row']}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div className={css['lead']}>
        {lead.map(({ key, widthPx, align, render }, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/no-static-element-interactions -- keys are the grid's, which names the cell by `aria-activedescendant`
          <div
            key={key}
            id={at === 0 ? `${id}-${index}--1` : undefined}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            className={css['cell']}
            data-align={align}
            data-active={(at === 0 && activeColumn === -1) || undefined}
            style={{ width: widthPx }}
            onClick={(event) => {
              if (!isOnControl(event)) onPress(row, index, null);
            }}
          >
            {render(row)}
          </div>
        ))}
      </div>
      {columns.map(({ index: column, start }) => {
        const { text, words, tone } = cellOf(row, column);
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the grid's, which names the cell by `aria-activedescendant`
          <div
            key={column}
            id={`${id}-${index}-${column}`}
            role="gridcell"
            aria-colindex={lead.length + column + 1}
            aria-label={words}
            data-tooltip={words}
            className={css['figure']}
            data-tone={tone}
            data-active={activeColumn === column || undefined}
            style={{ width: columnPx, transform: `translateX(${start}px)` }}
            onClick={() => onPress(row, index, column)}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn anew where its own props are new: scrolling and the keyboard leave most rows as they are. */
// `memo` forgets that the component is generic.
export const MatrixRow = memo(PlainRow) as typeof PlainRow;

/** A press on a button inside a cell is meant for it and not for the row. */
const isOnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('button') !== null;
