import { useLayoutEffect } from 'react';
import { hasOpenDialog } from '../../ui/open-dialog.ts';

export interface ReviewActs {
  readonly accept: () => void;
  readonly sendBack: () => void;
  readonly skip: () => void;
  readonly move: (by: 1 | -1) => void;
}

/** A sample by keyboard: A accepts, R returns, S says that nobody can judge it, arrows or J and K move. */
export function useReviewKeys(acts: ReviewActs): void {
  // Before the next deliverable is painted: a key that answers what is seen must not fall between.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (hasOpenDialog() || isTyping(event)) return;
      const act = actOf(event.key, acts);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function actOf(key: string, { accept, sendBack, skip, move }: ReviewActs): (() => void) | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'a':
      return accept;
    case 'r':
      return sendBack;
    case 's':
      return skip;
    case 'j':
    case 'ArrowDown':
      return () => move(1);
    case 'k':
    case 'ArrowUp':
      return () => move(-1);
    default:
      return null;
  }
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="combobox"], [contenteditable="true"]') !== null;
