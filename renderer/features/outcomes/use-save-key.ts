import { useLayoutEffect } from 'react';
import { hasOpenDialog } from '../../ui/open-dialog.ts';

/** Ctrl+S saves from anywhere in the view. */
export function useSaveKey(save: () => Promise<void>): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (event.isComposing || hasOpenDialog()) return;
      event.preventDefault();
      void save();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [save]);
}
