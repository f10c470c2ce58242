import type { Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import css from './outline-list.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { SectionLine } from './section-line.tsx';
import { StepCard } from './step-card.tsx';
import type { OutlineView } from './use-outline.ts';

interface OutlineLinesProps {
  readonly outline: OutlineView;
  readonly draggedId: string | null;
  /** The line that was last written in. */
  readonly activeId: string | null;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onEnter: (id: string) => void;
}

/** From here on only the lines in sight are drawn. */
const VIRTUAL_FROM = 60;
const LINE_PX = 44;

/** The lines themselves. A line with the keyboard, an open step and what is dragged are drawn wherever they are. */
export function OutlineLines({
  outline,
  draggedId,
  activeId,
  scroller,
  onEnter,
}: OutlineLinesProps) {
  const { rows, state, acts } = outline;
  const list = useRef<HTMLOListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const isVirtual = rows.length >= VIRTUAL_FROM;
  const held = new Set([draggedId, activeId, state.openId, state.wanted.id]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => LINE_PX,
    overscan: 6,
    scrollMargin: topPx,
    scrollPaddingStart: LINE_PX,
    scrollPaddingEnd: LINE_PX * 2,
    rangeExtractor: (range: Range) => withHeld(defaultRangeExtractor(range), rows, held),
  });
  // What stands above grows and shrinks with what is written in it.
  useLayoutEffect(() => {
    const [element, around] = [list.current, scroller.current];
    if (!isVirtual || !element || !around) return undefined;
    const measure = () =>
      setTopPx(
        Math.round(
          element.getBoundingClientRect().top -
            around.getBoundingClientRect().top +
            around.scrollTop,
        ),
      );
    const observer = new ResizeObserver(measure);
    for (const child of around.firstElementChild?.children ?? []) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [isVirtual, scroller]);

  const { id: wantedId, turn } = state.wanted;
  useEffect(() => {
    if (wantedId === null) return;
    const field = list.current?.querySelector<HTMLElement>(`[data-item="${wantedId}"] input`);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: 'nearest' });
  }, [wantedId, turn]);

  const drawn = isVirtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, startPx: start - topPx }))
    : rows.map((_, index) => ({ index, startPx: undefined }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears which of its fields has the keyboard
    <ol
      ref={list}
      className={css['list']}
      data-virtual={isVirtual || undefined}
      style={isVirtual ? { height: virtualizer.getTotalSize() } : undefined}
      onFocus={(event) => {
        const item = event.target.closest<HTMLElement>('[data-item]')?.dataset['item'];
        if (item !== undefined) onEnter(item);
      }}
    >
      {drawn.map(({ index, startPx }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <li
            key={row.id}
            ref={isVirtual ? virtualizer.measureElement : undefined}
            data-index={index}
            data-item={row.id}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
            className={css['line']}
            style={startPx === undefined ? undefined : { transform: `translateY(${startPx}px)` }}
          >
            {row.kind === 'section' ? (
              <SectionLine
                section={row.section}
                stepCount={row.stepCount}
                isCollapsed={state.collapsedIds.has(row.id)}
                acts={acts}
              />
            ) : (
              <StepCard
                step={row.step}
                number={row.number}
                isOpen={state.openId === row.id}
                acts={acts}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function withHeld(
  indexes: readonly number[],
  rows: readonly OutlineRow[],
  held: ReadonlySet<string | null>,
): number[] {
  const extra = rows.flatMap(({ id }, index) => (held.has(id) ? [index] : []));
  return [...new Set([...indexes, ...extra])].toSorted((a, b) => a - b);
}
