import { toHex } from '#shared/hex';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { claimFolder, lookAtFolder } from '../folder/marker.ts';
import type { SyncLoop } from '../sync-loop.ts';
import { WORKSPACE_SECRET, WORKSPACE_SECRET_BYTES } from './audience-keys.ts';
import { keepKeys } from './kept-keys.ts';

/**
 * From now on everything that this workspace writes into its folder is sealed; what lies there stays as it
 * is. Only a manager begins it, once: invites carry the keys from then on. Failures: `not-allowed`,
 * `needs-keys` where another manager began it before, and why the folder cannot be marked.
 */
export async function encryptFolder(loop: SyncLoop): Promise<Result<null, IpcFailure>> {
  const { ws } = loop;
  if (!ws.file.seats.some(({ seat }) => seat === 'manager')) return fail('not-allowed', 'never');
  const { protector, random } = ws.context.options;
  const failure = await ws.lane.run(async () => {
    const { folder, encryption } = ws.file;
    if (encryption !== null) return null;
    if (folder !== null) {
      const looked = await lookAtFolder(ws.fs, folder, ws.id);
      if (looked.problem !== null) return looked.problem;
      if (looked.isEncrypted) return 'needs-keys' as const;
    }
    const keys = { [WORKSPACE_SECRET]: toHex(random(WORKSPACE_SECRET_BYTES)) };
    // The keys first: a folder that is marked and whose keys are nowhere would keep everybody waiting.
    await ws.saveFile({ ...ws.file, encryption: keepKeys(protector, keys) });
    return folder === null ? null : await claimFolder(ws.fs, folder, ws.id, true);
  });
  if (failure !== null) return fail(failure, 'after-fix');
  await loop.targetChanged();
  return ok(null);
}
