import { useEffect } from 'react';
import { t } from '../../i18n/text.ts';
import { openPasted } from './open-table.ts';

/** Takes cells that are pasted anywhere in the window for a table; a word or a line is none. */
export function usePastedTable(isBusy: boolean): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isBusy || isField(event.target) || !/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      void openPasted(text, t('import.choose.pastedName'));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [isBusy]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
