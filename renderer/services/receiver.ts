import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { bridge } from '../bridge.ts';
import { announceFailure } from './announce.ts';
import { showStatus } from './show-status.ts';

/** Shows how the receiver on this computer stands, now and with every change, until it is stopped. */
export function followReceiver(
  workspace: string,
  show: (status: Result<ReceiverStatus, IpcFailure>) => void,
): () => void {
  let isCurrent = true;
  let hasNews = false;
  const stop = bridge.onReceiverStatus((status) => {
    if (status.workspace !== workspace) return;
    hasNews = true;
    show({ ok: true, value: status });
  });
  void bridge.receiverStatus({ workspace }).then((status) => {
    if (isCurrent && !hasNews) show(status);
    return undefined;
  });
  return () => {
    isCurrent = false;
    stop();
  };
}

/** The status follows by itself. */
async function announced(change: Promise<Result<ReceiverStatus, IpcFailure>>): Promise<void> {
  const changed = await change;
  if (!changed.ok && changed.error.code !== 'cancelled') announceFailure(changed.error);
}

export const switchReceiver = (workspace: string, isOn: boolean): Promise<void> =>
  announced(bridge.switchReceiver({ workspace, isOn }));

/** Asks for a certificate and its key. */
export const chooseCertificate = (workspace: string): Promise<void> =>
  announced(bridge.chooseCertificate({ workspace }));

export const dropCertificate = (workspace: string): Promise<void> =>
  announced(bridge.dropCertificate({ workspace }));

/** Has a receiver that runs elsewhere serve the workspace, by the setup link that it printed. */
export async function claimReceiver(
  workspace: string,
  link: string,
): Promise<Result<SyncStatus, IpcFailure>> {
  const claimed = await bridge.claimReceiver({ workspace, link });
  if (claimed.ok) showStatus(claimed.value);
  return claimed;
}
