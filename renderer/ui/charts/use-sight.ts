import type { RefObject } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlacedItem } from './matrix-model.ts';

/** Rows or columns of one size, laid end to end after what stays in sight. */
export interface Strip {
  readonly count: number;
  readonly sizePx: number;
  /** Room of the heading or of the lead columns. */
  readonly beforePx: number;
  /** How many are drawn beyond each edge. */
  readonly beyond: number;
}

/** The first of those in sight, and the one after the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export function spanInSight(strip: Strip, scrolledPx: number, roomPx: number): Span {
  const { count, sizePx, beforePx, beyond } = strip;
  const first = Math.floor(scrolledPx / sizePx) - beyond;
  const last = Math.ceil((scrolledPx + roomPx - beforePx) / sizePx) + beyond;
  const to = Math.min(count, Math.max(0, last));
  return { from: Math.max(0, Math.min(first, to)), to };
}

const placedIn = ({ from, to }: Span, { sizePx, beforePx }: Strip): readonly PlacedItem[] =>
  Array.from({ length: to - from }, (_, at) => ({
    index: from + at,
    start: beforePx + (from + at) * sizePx,
  }));

/** How far to scroll so that one of a strip is in sight whole; null where it is already. */
export function scrollTo(
  { sizePx, beforePx }: Strip,
  index: number,
  scrolledPx: number,
  roomPx: number,
): number | null {
  const startPx = index * sizePx;
  if (startPx < scrolledPx) return startPx;
  const leastPx = startPx + sizePx + beforePx - roomPx;
  return leastPx > scrolledPx ? leastPx : null;
}

interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The next one mostly has the room that the last one had: then it is drawn once and not twice. */
let lastRoom: Room = { widthPx: 1_200, heightPx: 560 };

interface Sight {
  readonly rows: readonly PlacedItem[];
  readonly columns: readonly PlacedItem[];
}

/**
 * The rows and columns of a scroller that are in sight. All sizes are known, so that nothing is measured
 * but the scroller, by an observer: asking an element for its size makes the browser lay out the page
 * there and then.
 */
export function useSight(
  scroller: RefObject<HTMLElement | null>,
  rows: Strip,
  columns: Strip,
): Sight {
  const [room, setRoom] = useState(lastRoom);
  const [topRow, setTopRow] = useState(0);
  const [leftColumn, setLeftColumn] = useState(0);
  const { sizePx: rowPx } = rows;
  const { sizePx: columnPx } = columns;
  useEffect(() => {
    const current = scroller.current;
    if (!current) return undefined;
    const onScroll = (): void => {
      const { scrollTop, scrollLeft } = current;
      // With the frame that shows it: rows that came later would be seen to be missing.
      flushSync(() => {
        setTopRow(Math.floor(scrollTop / rowPx));
        setLeftColumn(Math.floor(scrollLeft / columnPx));
      });
    };
    current.addEventListener('scroll', onScroll, { passive: true });
    return () => current.removeEventListener('scroll', onScroll);
  }, [scroller, rowPx, columnPx]);
  useEffect(() => {
    if (!scroller.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width === 0 || (width === lastRoom.widthPx && height === lastRoom.heightPx)) return;
      lastRoom = { widthPx: width, heightPx: height };
      setRoom(lastRoom);
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
  return {
    rows: usePlaced(rows, topRow, room.heightPx),
    columns: usePlaced(columns, leftColumn, room.widthPx),
  };
}

/** The same list for as long as the same are in sight. */
function usePlaced(strip: Strip, first: number, roomPx: number): readonly PlacedItem[] {
  const { count, sizePx, beforePx, beyond } = strip;
  return useMemo(() => {
    const same = { count, sizePx, beforePx, beyond };
    return placedIn(spanInSight(same, first * sizePx, roomPx), same);
  }, [count, sizePx, beforePx, beyond, first, roomPx]);
}
