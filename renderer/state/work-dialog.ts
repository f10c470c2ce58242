import { create } from 'zustand';
import type { SavedView } from '#shared/saved-view';
import type { Entry } from '../data/entry.ts';

/** Which dialog of the work view is open. */
export type WorkDialog =
  | { readonly kind: 'due'; readonly entries: readonly Entry[] }
  | { readonly kind: 'return'; readonly entries: readonly Entry[] }
  | { readonly kind: 'delete'; readonly entries: readonly Entry[] }
  | { readonly kind: 'save-view'; readonly params: SavedView['params'] }
  | { readonly kind: 'rename-view'; readonly view: SavedView };

export const useWorkDialog = create<{ readonly dialog: WorkDialog | null }>(() => ({
  dialog: null,
}));

export const openWorkDialog = (dialog: WorkDialog): void => useWorkDialog.setState({ dialog });

export const closeWorkDialog = (): void => useWorkDialog.setState({ dialog: null });
