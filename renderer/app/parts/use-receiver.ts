import { useEffect, useState } from 'react';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { followReceiver } from '../../services/receiver.ts';

/** Its folder is what the receiver of this computer keeps: nobody else reads there. */
export const isKeptHere = ({ phase, isFolderOwn }: ReceiverStatus): boolean =>
  phase === 'on' || isFolderOwn;

type Told = Result<ReceiverStatus, IpcFailure>;

/** The team sends to this computer now. */
export const isReceivedHere = (told: Told | null): boolean =>
  told?.ok === true && told.value.phase === 'on';

/** How the receiver of this computer stands; null until that is known, and where `workspace` is null: none can be. */
export function useReceiver(workspace: string | null): Told | null {
  const [told, setTold] = useState<{ readonly workspace: string; readonly status: Told }>();
  useEffect(() => {
    if (workspace === null) return undefined;
    return followReceiver(workspace, (status) => setTold({ workspace, status }));
  }, [workspace]);
  return told?.workspace === workspace ? told.status : null;
}
