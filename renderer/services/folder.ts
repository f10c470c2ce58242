import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../bridge.ts';
import { useSession } from '../state/session.ts';
import { t } from '../i18n/text.ts';
import { showToast } from '../ui/toast.ts';
import { announceFailure } from './announce.ts';

/** Asks for the folder that this workspace is sent through; what a person called off is no failure. */
export async function chooseFolder(workspace: string): Promise<Result<SyncStatus, IpcFailure>> {
  const chosen = await bridge.chooseFolder({ workspace });
  if (chosen.ok) useSession.setState({ sync: chosen.value });
  else if (chosen.error.code !== 'cancelled') announceFailure(chosen.error);
  return chosen;
}

/** Seals what is written into the folder from now on. */
export async function encryptFolder(workspace: string): Promise<Result<SyncStatus, IpcFailure>> {
  const encrypted = await bridge.encryptFolder({ workspace });
  if (encrypted.ok) {
    useSession.setState({ sync: encrypted.value });
    showToast({ title: t('encryption.done') });
  } else announceFailure(encrypted.error);
  return encrypted;
}

/** Shows the folder in the system's file manager. */
export async function openFolder(workspace: string): Promise<void> {
  const opened = await bridge.openFolder({ workspace });
  if (!opened.ok) announceFailure(opened.error);
}

/** From now on nothing is sent from here or read, until another way is chosen. */
export async function stopSending(workspace: string): Promise<void> {
  const stopped = await bridge.clearTarget({ workspace });
  if (stopped.ok) useSession.setState({ sync: stopped.value });
  else announceFailure(stopped.error);
}
