import { create } from 'zustand';

/** The import that this window is running now; null where there is none. Any other unfinished one was cut off. */
export const useImportRun = create<{ readonly importId: string | null }>(() => ({
  importId: null,
}));
