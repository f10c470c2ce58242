import { useEffect, useState } from 'react';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { followReceiver } from '../../services/receiver.ts';

/** How the receiver of this computer stands; null until that is known. `workspace` null: there is none to ask for. */
export function useReceiver(workspace: string | null): Result<ReceiverStatus, IpcFailure> | null {
  const [status, setStatus] = useState<Result<ReceiverStatus, IpcFailure> | null>(null);
  useEffect(() => {
    setStatus(null);
    return workspace === null ? undefined : followReceiver(workspace, setStatus);
  }, [workspace]);
  return status;
}
