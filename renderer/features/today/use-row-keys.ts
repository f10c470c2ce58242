import { useEffect } from 'react';

/** Marks an element as a row that J, K and the arrows reach: its value is the row's id. */
export const ROW = 'data-row';

/**
 * The keys of a screen of rows: J and K (or the arrows, once in a row) move between rows, every other
 * key goes to the row in focus. `act` answers whether it took the key.
 */
export function useRowKeys(act: (rowId: string, key: string) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const row = rowOf(event.target);
      const step = stepOf(event.key, row !== null);
      const taken = step === 0 ? row !== null && act(rowIdOf(row), keyOf(event)) : move(row, step);
      if (taken) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [act]);
}

const stepOf = (key: string, isInRow: boolean): 1 | -1 | 0 => {
  if (key === 'j' || key === 'J' || (isInRow && key === 'ArrowDown')) return 1;
  if (key === 'k' || key === 'K' || (isInRow && key === 'ArrowUp')) return -1;
  return 0;
};

const keyOf = (event: KeyboardEvent): string =>
  event.key === 'F10' && event.shiftKey ? 'ContextMenu' : event.key;

function move(from: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(`[${ROW}]`)];
  const at = from ? rows.indexOf(from) + step : step === 1 ? 0 : rows.length - 1;
  const next = rows[Math.min(rows.length - 1, Math.max(0, at))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>(`[${ROW}]`) : null;

const rowIdOf = (row: HTMLElement): string => row.getAttribute(ROW) ?? '';

/** Typing, dialogs and menus have the keyboard to themselves; a button in a row keeps its own keys. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a') !== null;
}
