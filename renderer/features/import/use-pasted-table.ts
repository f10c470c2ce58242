import { useEffect } from 'react';
import { t } from '../../i18n/text.ts';
import { openPasted } from './open-table.ts';

/**
 * Takes a table that is pasted anywhere in the window; a word or a line is none. A page's table goes
 * before its plain text, which loses what stands on several lines of a cell.
 */
export function usePastedTable(isBusy: boolean): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const isPage = /<table[\s>]/i.test(html);
      const isTable = isPage || /[\t\n]/.test(text.trim());
      if (isBusy || !isTable || isOtherField(event.target)) return;
      event.preventDefault();
      void openPasted(isPage ? html : text, t('import.choose.pastedName'));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [isBusy]);
}

/** A table that is pasted into the box for it is read at once; what is pasted elsewhere is for there. */
const isOtherField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, [contenteditable]');
