import type { IpcFailure, SyncStatus } from '#shared/ipc';
import type { Result } from '#shared/result';
import { streamKey } from '#shared/stream/change';
import { bridge } from '../bridge.ts';
import { useDeliveryMarks } from '../data/delivery-marks.ts';
import { closeSession } from './open-session.ts';

/** Own changes that nobody else is known to have. */
export interface Unreceived {
  /** Never sent. */
  readonly unsentCount: number;
  /** Sent, and no receipt has come home. */
  readonly unconfirmedCount: number;
}

/** How much of what this computer wrote exists here alone, or may. */
export function useUnreceived(sync: SyncStatus | null): Unreceived {
  const received = useDeliveryMarks((marks) => marks.received);
  let [unsentCount, unconfirmedCount] = [0, 0];
  for (const stream of sync?.own ?? []) {
    const receivedSeq = Math.min(stream.savedSeq, received.get(streamKey(stream)) ?? 0);
    const sentSeq = Math.max(stream.sentSeq, receivedSeq);
    unsentCount += stream.savedSeq - sentSeq;
    unconfirmedCount += sentSeq - receivedSeq;
  }
  return { unsentCount, unconfirmedCount };
}

/**
 * Takes a workspace away from this computer and begins anew: what the window itself remembers of it goes
 * with the page.
 */
export async function leaveWorkspace(
  workspace: string,
  name: string,
): Promise<Result<null, IpcFailure>> {
  const left = await bridge.leaveWorkspace({ workspace, name });
  if (!left.ok) return left;
  closeSession();
  location.reload();
  return left;
}

/** `3f9a 02c1 77de`: enough of a state hash to compare by eye. */
export const shortHash = (stateHash: string): string =>
  (stateHash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
