import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useWidthOf } from '../width-of.ts';
import css from './charts.module.css';
import type { PlotFrame } from './plot-frame.ts';

/** A place in a plot that pointer and keyboard move together: a step, a point, a bin. */
export interface PlotCursor {
  /** How many places there are, in the order in which the arrow keys go through them. */
  readonly count: number;
  readonly at: number | null;
  readonly onMove: (at: number | null) => void;
  /** The place meant by a point of the plot, or null. */
  readonly nearest: (xPx: number, yPx: number, frame: PlotFrame) => number | null;
  /** What stands at a place, read out as the cursor comes to it. */
  readonly wordsAt: (at: number) => string;
  /** Enter or a press on a place: what is behind it. */
  readonly onOpen?: ((at: number) => void) | undefined;
}

interface PlotAreaProps {
  readonly label: string;
  readonly heightPx?: number | undefined;
  /** Room for the numbers of the value axis. */
  readonly leftPx?: number | undefined;
  /** Room for the labels of the axis below. */
  readonly belowPx?: number | undefined;
  readonly cursor?: PlotCursor | undefined;
  readonly children: (frame: PlotFrame) => ReactNode;
}

const TOP_PX = 10;
const RIGHT_PX = 6;
/** How far Page Up and Page Down go. */
const PAGE_STEPS = 10;

/**
 * The drawn part of a chart, as wide as there is room. With a cursor it is one stop of the keyboard:
 * arrows, Home and End move it, Enter opens, Escape lets go.
 */
export function PlotArea({
  label,
  heightPx = 200,
  leftPx = 46,
  belowPx = 22,
  cursor,
  children,
}: PlotAreaProps) {
  const box = useRef<HTMLDivElement>(null);
  const widthPx = useWidthOf(box, 640);
  const frame: PlotFrame = {
    widthPx,
    heightPx,
    leftPx,
    rightPx: Math.max(leftPx + 1, widthPx - RIGHT_PX),
    topPx: TOP_PX,
    bottomPx: heightPx - belowPx,
  };
  const drawing = (
    <svg
      width={widthPx}
      height={heightPx}
      className={css['plot']}
      {...(cursor ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {children(frame)}
    </svg>
  );
  if (!cursor || cursor.count === 0) {
    return (
      <div ref={box} className={css['area']} style={{ height: heightPx }}>
        {drawing}
      </div>
    );
  }
  const { count, at, onMove, nearest, wordsAt, onOpen } = cursor;
  const shown = Math.min(at ?? count - 1, count - 1);
  const placeOf = (event: PointerEvent<HTMLDivElement>): number | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return nearest(event.clientX - left, event.clientY - top, frame);
  };
  const moveBy = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && onOpen) onOpen(shown);
    else if (event.key === 'Escape' && at !== null) onMove(null);
    else {
      const next = movedTo(event.key, at, count);
      if (next === null) return;
      onMove(next);
    }
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      role="slider"
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={shown}
      aria-valuetext={wordsAt(shown)}
      aria-keyshortcuts={onOpen && 'Enter'}
      tabIndex={0}
      className={css['area']}
      data-openable={(onOpen && at !== null) || undefined}
      style={{ height: heightPx }}
      onPointerMove={(event) => onMove(placeOf(event))}
      onPointerLeave={() => onMove(null)}
      onPointerUp={(event) => {
        const place = placeOf(event);
        if (place !== null && event.button === 0) onOpen?.(place);
      }}
      onKeyDown={moveBy}
    >
      {drawing}
    </div>
  );
}

/** The place that a key moves to, or null where it moves nothing. From nowhere it begins at the latest. */
function movedTo(key: string, at: number | null, count: number): number | null {
  const from = at ?? count;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: at === null ? count - 1 : from + 1,
    ArrowUp: at === null ? count - 1 : from + 1,
    PageUp: from - PAGE_STEPS,
    PageDown: at === null ? count - 1 : from + PAGE_STEPS,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}
