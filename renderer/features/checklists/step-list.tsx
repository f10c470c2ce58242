import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, CircleAlert, Flag, Hourglass, Minus } from 'lucide-react';
import type { RefObject } from 'react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { PathStep } from '#shared/sops/path';
import type { Section } from '#shared/sops/section';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import { t } from '../../i18n/text.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { StepListItem, StepState } from './step-list-items.ts';
import { stepListItems } from './step-list-items.ts';
import css from './step-list.module.css';
import { END } from './use-run.ts';

interface StepListProps {
  readonly shown: readonly PathStep[];
  readonly sections: readonly Section[];
  readonly currentId: string;
  readonly onGo: (stepId: string) => void;
}

/** From so many lines on only those in sight are drawn, each one line high. */
const VIRTUAL_FROM = 80;
/** `.line` in a long list. */
const LINE_PX = 30;
/** So many steps after the current one are seen. */
const LINES_AHEAD = 3;

/** Every step that is asked and how it stands, under its section; any can be gone to. */
export const StepList = memo(function StepList({
  shown,
  sections,
  currentId,
  onGo,
}: StepListProps) {
  const scroller = useRef<HTMLElement>(null);
  const words = useSopWords();
  const items = useMemo(
    () => stepListItems(shown, sections, { endId: END, words }),
    [shown, sections, words],
  );
  const currentIndex = items.findIndex(({ kind, id }) => kind !== 'section' && id === currentId);
  const lines = { items, currentIndex, onGo, scroller };
  return (
    <nav
      ref={scroller}
      aria-label={t('checklists.steps')}
      className={css['steps']}
      data-long={items.length >= VIRTUAL_FROM || undefined}
    >
      {items.length >= VIRTUAL_FROM ? <LongList {...lines} /> : <ShortList {...lines} />}
    </nav>
  );
});

interface ListProps {
  readonly items: readonly StepListItem[];
  readonly currentIndex: number;
  readonly onGo: (stepId: string) => void;
  readonly scroller: RefObject<HTMLElement | null>;
}

function ShortList({ items, currentIndex, onGo, scroller }: ListProps) {
  useEffect(() => {
    const line = scroller.current?.querySelectorAll('li')[currentIndex];
    line?.scrollIntoView({ block: 'nearest' });
  }, [scroller, currentIndex]);
  return (
    <ol>
      {items.map((item, index) => (
        <li key={`${item.kind}/${item.id}`}>
          <Line item={item} isCurrent={index === currentIndex} onGo={onGo} />
        </li>
      ))}
    </ol>
  );
}

function LongList({ items, currentIndex, onGo, scroller }: ListProps) {
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 8,
    initialRect: { width: 300, height: 600 },
  });
  useEffect(() => {
    if (currentIndex < 0 || isInSight(virtualizer, currentIndex)) return;
    // Line by line the page would be laid out anew with each step, and nothing that comes be seen.
    virtualizer.scrollToIndex(currentIndex, { align: 'center' });
  }, [virtualizer, currentIndex]);
  return (
    <ol className={css['room']} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <li
            key={`${item.kind}/${item.id}`}
            className={css['placed']}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Line item={item} isCurrent={index === currentIndex} onGo={onGo} />
          </li>
        );
      })}
    </ol>
  );
}

/** With what comes next. By what is known already: asking the page would have it laid out anew with each step. */
function isInSight(virtualizer: ListVirtualizer, index: number): boolean {
  const { scrollOffset, scrollRect } = virtualizer;
  if (scrollOffset === null || scrollRect === null) return false;
  const startPx = index * LINE_PX;
  const endPx = Math.min(startPx + (1 + LINES_AHEAD) * LINE_PX, virtualizer.getTotalSize());
  return startPx >= scrollOffset && endPx <= scrollOffset + scrollRect.height;
}

type ListVirtualizer = Pick<
  Virtualizer<HTMLElement, Element>,
  'scrollOffset' | 'scrollRect' | 'getTotalSize'
>;

interface LineProps {
  readonly item: StepListItem;
  readonly isCurrent: boolean;
  readonly onGo: (stepId: string) => void;
}

function Line({ item, isCurrent, onGo }: LineProps) {
  if (item.kind === 'section') return <p className={css['section']}>{item.title}</p>;
  const isEnd = item.kind === 'end';
  return (
    <StepLine
      id={item.id}
      title={isEnd ? t('checklists.end') : item.title}
      number={isEnd ? null : item.number}
      state={isEnd ? 'open' : item.state}
      isCurrent={isCurrent}
      onGo={onGo}
    />
  );
}

interface StepLineProps {
  readonly id: string;
  readonly title: string;
  /** Null for the end. */
  readonly number: number | null;
  readonly state: StepState;
  readonly isCurrent: boolean;
  readonly onGo: (stepId: string) => void;
}

/** An answer changes one line of hundreds: the others are not drawn again. */
const StepLine = memo(function StepLine({
  id,
  title,
  number,
  state,
  isCurrent,
  onGo,
}: StepLineProps) {
  return (
    <button
      type="button"
      className={css['line']}
      data-state={state}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => onGo(id)}
    >
      <span className={css['dot']}>
        {number === null ? (
          <Flag size={12} strokeWidth={2} aria-hidden />
        ) : (
          <StateMark state={state} number={number} />
        )}
      </span>
      <span className={css['name']}>{title}</span>
      {state !== 'open' && <VisuallyHidden>{t(`checklists.state.${state}`)}</VisuallyHidden>}
    </button>
  );
});

function StateMark({ state, number }: { readonly state: StepState; readonly number: number }) {
  switch (state) {
    case 'settled':
      return <Check size={13} strokeWidth={2.5} aria-hidden />;
    case 'skipped':
      return <Minus size={13} strokeWidth={2.5} aria-hidden />;
    case 'wrong':
      return <CircleAlert size={13} strokeWidth={2} aria-hidden />;
    case 'waiting':
      return <Hourglass size={11} strokeWidth={2} aria-hidden />;
    case 'open':
      return <>{number}</>;
  }
}
