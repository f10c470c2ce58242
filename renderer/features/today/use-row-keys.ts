import { useLayoutEffect, useRef } from 'react';
import { hasOpenDialog } from '../../ui/open-dialog.ts';

/** Marks an element as a row that J, K and the arrows reach: its value is the row's id. */
export const ROW = 'data-row';

/**
 * The keys of a screen of rows: J and K (or the arrows, once in a row) move between rows, every other
 * key goes to the row in focus. `act` answers whether it took the key.
 */
export function useRowKeys(act: (rowId: string, key: string) => boolean): void {
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const row = rowOf(event.target);
      const step = stepOf(event.key, row !== null);
      const isTaken =
        step === 0
          ? row !== null && act(rowIdOf(row), keyOf(event))
          : move(row, step, place.current);
      if (isTaken) event.preventDefault();
    };
    const onFocusIn = ({ target }: FocusEvent): void => {
      const row = rowOf(target);
      if (row) place.current = { rowId: rowIdOf(row), index: allRows().indexOf(row), isIn: true };
      else if (place.current) place.current = { ...place.current, isIn: false };
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('focusin', onFocusIn);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [act]);
  // A row that was acted on may stand elsewhere now, or be gone: the focus stays with it or at its place.
  useLayoutEffect(() => {
    if (place.current?.isIn && document.activeElement === document.body) {
      rowAt(place.current)?.focus();
    }
  });
}

/** The row that was in focus last; `isIn` while the focus has not gone anywhere else. */
interface Place {
  readonly rowId: string;
  readonly index: number;
  readonly isIn: boolean;
}

const allRows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[${ROW}]`),
];

function rowAt({ rowId, index }: Place): HTMLElement | undefined {
  const rows = allRows();
  return rows.find((row) => rowIdOf(row) === rowId) ?? rows[Math.min(index, rows.length - 1)];
}

const stepOf = (key: string, isInRow: boolean): 1 | -1 | 0 => {
  if (key === 'j' || key === 'J' || (isInRow && key === 'ArrowDown')) return 1;
  if (key === 'k' || key === 'K' || (isInRow && key === 'ArrowUp')) return -1;
  return 0;
};

const keyOf = (event: KeyboardEvent): string =>
  event.key === 'F10' && event.shiftKey ? 'ContextMenu' : event.key;

function move(from: HTMLElement | null, step: 1 | -1, last: Place | null): boolean {
  const rows = allRows();
  const start = step === 1 ? rows[0] : rows.at(-1);
  const next = from ? rows[rows.indexOf(from) + step] : last ? rowAt(last) : start;
  const target = next ?? from;
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return target !== null && target !== undefined;
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>(`[${ROW}]`) : null;

const rowIdOf = (row: HTMLElement): string => row.getAttribute(ROW) ?? '';

/** Typing, dialogs and menus have the keyboard to themselves; a button in a row keeps its own keys. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (hasOpenDialog()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a') !== null;
}
