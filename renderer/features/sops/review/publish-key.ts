import { useLayoutEffect, useRef } from 'react';
import { hasOpenDialog } from '../../../ui/open-dialog.ts';

export const PUBLISH_KEYS = 'Ctrl+Shift+Enter';

/** Ctrl+Shift+Enter publishes, also while a step is being written; null where nothing can be published. */
export function usePublishKey(publish: (() => void) | null): void {
  const latest = useRef(publish);
  useLayoutEffect(() => {
    latest.current = publish;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isKey = event.key === 'Enter' && event.shiftKey && (event.ctrlKey || event.metaKey);
      if (!isKey || event.isComposing || hasOpenDialog() || !latest.current) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}
