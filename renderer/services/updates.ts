import type { UpdateStatus } from '#shared/update-status';
import { bridge } from '../bridge.ts';
import { onUnsavedCount } from '../state/unsaved-count.ts';
import { announceFailure } from './announce.ts';

/** What is known of newer versions now, and whenever it moves; answers how to stop listening. */
export function followUpdates(show: (status: UpdateStatus) => void): () => void {
  const stop = bridge.onUpdateStatus(show);
  void bridge.updateStatus().then((status) => status.ok && show(status.value));
  return stop;
}

/** Looks now; what it finds is told to those who follow. */
export async function lookForUpdates(): Promise<void> {
  const looked = await bridge.lookForUpdates();
  if (!looked.ok) announceFailure(looked.error);
}

/** Tells the main process of drafts that last only as long as the window: no update ends it over them. */
export const reportUnsaved = (): (() => void) =>
  onUnsavedCount((count) => void bridge.noteUnsaved({ count }));
