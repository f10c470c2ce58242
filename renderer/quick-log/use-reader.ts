import { useEffect, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import { openReader } from '../services/open-reader.ts';

export type ReaderState = 'opening' | 'open' | IpcFailure;

/** Opens the main window's seat, and again whenever the window comes into sight: it may be another one then. */
export function useReader(): ReaderState {
  const [state, setState] = useState<ReaderState>('opening');
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      const opened = await openReader();
      setState(opened.ok ? 'open' : opened.error);
    };
    void look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return state;
}
