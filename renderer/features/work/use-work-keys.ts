import { useLayoutEffect, useRef } from 'react';
import { hasOpenDialog } from '../../ui/open-dialog.ts';

/**
 * The keys of the whole view, wherever in it the focus is; `act` answers whether it took one. Typing,
 * dialogs and menus have the keyboard to themselves, and a button keeps Enter and Space.
 */
export function useWorkKeys(act: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(act);
  // As soon as the view is there: a key pressed at once must not be lost.
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isElsewhere(event)) return;
      if (latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (hasOpenDialog()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('textarea, select, [contenteditable="true"], input:not([type="checkbox"])')) {
    return target.getAttribute('type') !== 'radio';
  }
  return (key === 'Enter' || key === ' ') && target.closest('button, a, input') !== null;
}
