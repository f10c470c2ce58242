import type { IpcFailure } from '#shared/ipc';
import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import type { Saving } from './deliverables.ts';

/** Says what failed and what to do about it. */
export function announceFailure(error: IpcFailure): void {
  const { title, text } = failureText(error);
  showToast({ title, text, tone: 'bad' });
}

type Undo = Extract<Awaited<Saving>, { ok: true }>['value']['undo'];

/**
 * Says that something was saved and offers to take it back; or what failed. Answers whether it was saved.
 * What has a topic takes the place of what was told about it before.
 */
export function announceSaved(title: string, saved: Awaited<Saving>, topic?: string): boolean {
  if (!saved.ok) {
    announceFailure(saved.error);
    return false;
  }
  showToast({
    title,
    topic,
    action: { label: t('log.undoAction'), onSelect: () => void takeBack(saved.value.undo) },
  });
  return true;
}

/** Undoes one act, whatever came after it; says what failed. Answers whether it was undone. */
export async function takeBack(undo: Undo): Promise<boolean> {
  const undone = await undo();
  if (!undone.ok) announceFailure(undone.error);
  return undone.ok;
}
