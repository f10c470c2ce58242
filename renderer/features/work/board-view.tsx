import { useVirtualizer } from '@tanstack/react-virtual';
import type { DragEvent } from 'react';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { BoardRow } from './board-row.tsx';
import type { Board } from './board-layout.ts';
import type { Place } from './board-place.ts';
import { movedTo, nearestTo, placeOf, rowOf } from './board-place.ts';
import css from './board-view.module.css';
import type { CardPress } from './work-card.tsx';
import type { WorkItem, WorkStage } from './work-item.ts';

/** A card's height and the room below it; a lane's heading. All alike, so that none need be measured. */
const CARD_PX = 118;
const LANE_PX = 36;

interface BoardViewProps {
  readonly board: Board;
  readonly nowMs: number;
  readonly zone: string;
  readonly isManager: boolean;
  readonly activeKey: string | null;
  readonly selected: ReadonlySet<string>;
  /** The keyboard or the pointer came to a card. */
  readonly onActive: (item: WorkItem, by: { readonly isExtending: boolean }) => void;
  readonly onPress: (item: WorkItem, press: CardPress) => void;
  readonly onMenu: (item: WorkItem) => void;
  /** Whether a card may be dropped in a column. */
  readonly canDrop: (item: WorkItem, column: WorkStage) => boolean;
  readonly onDrop: (item: WorkItem, column: WorkStage) => void;
}

/** Columns of cards, drawn only where they are in sight: a grid with one stop for Tab and its own keys. */
export function BoardView(props: BoardViewProps) {
  const { board, activeKey, onActive, onPress, onMenu, canDrop, onDrop } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<WorkItem | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { rows } = board;
  // Its keys work from the first moment.
  useLayoutEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'lane' ? LANE_PX : CARD_PX),
    // Its identity tells that heights may have changed.
    getItemKey: useCallback((index: number) => keyOfRow(rows, index), [rows]),
    overscan: 3,
    scrollPaddingStart: HEAD_PX,
    scrollMargin: HEAD_PX,
    initialRect: { width: 1000, height: 800 },
  });

  const activePlace = activeKey === null ? null : placeOf(board, activeKey);
  const activeRow = activePlace ? rowOf(board, activePlace) : -1;
  const activeColumn = activePlace?.column ?? -1;
  useEffect(() => {
    if (activeRow >= 0) virtualizer.scrollToIndex(activeRow, { align: 'auto' });
    head.current?.children[activeColumn]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtualizer, activeKey, activeRow, activeColumn]);

  // A card that went away hands its place to the one that stands there now.
  const lastPlace = useRef<Place | null>(null);
  useEffect(() => {
    if (activePlace) lastPlace.current = activePlace;
    else if (activeKey !== null && lastPlace.current) {
      const heir = nearestTo(board, lastPlace.current);
      if (heir) onActive(heir, { isExtending: false });
    }
  });

  const columnAt = (event: DragEvent): number => {
    const cells = [...(head.current?.children ?? [])];
    return cells.findIndex((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    });
  };
  const allowedAt = (event: DragEvent): number | null => {
    const at = columnAt(event);
    const column = board.columns[at];
    return dragged && column && canDrop(dragged, column.key) ? at : null;
  };
  const startDrag = (item: WorkItem, event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', item.title);
    setDragged(item);
    onActive(item, { isExtending: false });
  };
  const endDrag = useCallback(() => {
    setDragged(null);
    setOver(null);
  }, []);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('work.board')}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={board.columns.length}
      aria-activedescendant={activePlace ? `${id}-${activeKey}` : undefined}
      tabIndex={0}
      className={css['board']}
      style={{ '--columns': String(board.columns.length) }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.altKey) return;
        if (event.ctrlKey || event.metaKey) return;
        const next = movedTo(board, activeKey, event.key);
        if (!next) return;
        event.preventDefault();
        onActive(next, { isExtending: event.shiftKey });
      }}
      onDragOver={(event) => {
        const at = allowedAt(event);
        setOver(at);
        if (at !== null) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) setOver(null);
      }}
      onDrop={(event) => {
        const column = board.columns[allowedAt(event) ?? -1];
        if (dragged && column) {
          event.preventDefault();
          onDrop(dragged, column.key);
        }
        endDrag();
      }}
    >
      <div role="rowgroup" className={css['head']}>
        <div ref={head} role="row" aria-rowindex={1} className={css['columns']}>
          {board.columns.map(({ key }, at) => (
            <div
              key={key}
              role="columnheader"
              className={css['heading']}
              data-tooltip={props.isManager ? t(`work.stageHint.${key}`) : undefined}
            >
              {t(props.isManager ? `work.stage.${key}` : `work.ownStage.${key}`)}
              <span className={css['count']}>{formatNumber(board.counts[at] ?? 0)}</span>
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={css['room']}
        style={{ height: `max(100% - ${HEAD_PX}px, ${virtualizer.getTotalSize()}px)` }}
      >
        <div role="presentation" className={`${css['columns']} ${css['stripes']}`}>
          {board.columns.map(({ key }, at) => (
            <div
              key={key}
              className={css['stripe']}
              data-over={at === over || undefined}
              data-barred={
                dragged !== null && dragged.stage !== key && !canDrop(dragged, key) ? '' : undefined
              }
            />
          ))}
        </div>
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => {
          const row = rows[index];
          return (
            row && (
              <BoardRow
                key={key}
                id={id}
                row={row}
                index={index}
                startPx={start - HEAD_PX}
                heightPx={size}
                nowMs={props.nowMs}
                zone={props.zone}
                hasMember={props.isManager}
                activeKey={activeKey}
                selected={props.selected}
                onPress={onPress}
                onMenu={onMenu}
                onDragStart={startDrag}
                onDragEnd={endDrag}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The headings stand above the first row and cover the top of the scrolled room. */
const HEAD_PX = 34;

function keyOfRow(rows: Board['rows'], index: number): string {
  const row = rows[index];
  if (!row) return String(index);
  return row.kind === 'lane' ? `lane ${row.lane.key}` : `${row.index} ${row.lane.key}`;
}
