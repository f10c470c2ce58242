import { create } from 'zustand';
import type { Entry } from '../data/entry.ts';
import type { EntryValues } from '../services/deliverables.ts';

/** Which dialog about a piece of work is open: the form of a new or known one, finishing it, or blocking it. */
export type EntryDialog =
  | { readonly kind: 'new'; readonly values: Partial<EntryValues>; readonly isRequest: boolean }
  | { readonly kind: 'edit'; readonly entry: Entry }
  | { readonly kind: 'complete'; readonly entry: Entry }
  | { readonly kind: 'block'; readonly entry: Entry };

export const useEntryDialog = create<{ readonly dialog: EntryDialog | null }>(() => ({
  dialog: null,
}));

export function openEntryDialog(dialog: EntryDialog): void {
  useEntryDialog.setState({ dialog });
}

export function closeEntryDialog(): void {
  useEntryDialog.setState({ dialog: null });
}
