import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../bridge.ts';
import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';
import { showStatus } from './show-status.ts';

/** One item of the queue, by its key. */
interface Item {
  readonly workspace: string;
  readonly key: string;
}

/** Sends one batch, or reads one refused file again, now. What it brought is merged. */
export async function retryItem(item: Item): Promise<Result<SyncStatus, IpcFailure>> {
  const tried = await bridge.retryItem(item);
  if (tried.ok) showStatus(tried.value);
  else announceFailure(tried.error);
  return tried;
}

/** Keeps a copy of the item where a person says. */
export async function exportItem(item: Item): Promise<void> {
  const saved = await bridge.exportItem(item);
  if (saved.ok) {
    showToast({ tone: 'good', title: t('sync.item.exported', { file: saved.value.fileName }) });
  } else if (saved.error.code !== 'cancelled') {
    announceFailure(saved.error);
  }
}

/** Shows where a file lies, in the system's file manager. */
export async function showItem(item: Item): Promise<void> {
  const shown = await bridge.showItem(item);
  if (!shown.ok) announceFailure(shown.error);
}

/** What the sync did lately, as text without content. */
export const readSyncLog = (workspace: string): ReturnType<typeof bridge.syncLog> =>
  bridge.syncLog({ workspace });

/** Puts that text on the clipboard. Answers whether it is there. */
export async function copySyncLog(workspace: string): Promise<boolean> {
  const log = await readSyncLog(workspace);
  const copied = log.ok ? await bridge.copyText({ text: log.value.text }) : log;
  if (copied.ok) showToast({ tone: 'good', title: t('sync.log.copied') });
  else announceFailure(copied.error);
  return copied.ok;
}
