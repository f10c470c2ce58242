import type { SyncStatus } from '#shared/ipc';
import { showDelivery } from '../data/delivery-marks.ts';
import { useSession } from '../state/session.ts';

/** Takes over how sending and reading stand, where it is about the open workspace. */
export function showStatus(status: SyncStatus): void {
  if (useSession.getState().workspace?.id !== status.workspace) return;
  useSession.setState({ sync: status });
  showDelivery(status);
}
