import type { EndpointAddress } from '#shared/endpoint/address';
import { parseSetupLink } from '#shared/endpoint/setup-link';
import type { IpcFailure, SyncStatus } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { changeTarget, chooseEndpoint } from './change-target.ts';
import { claimReceiver } from './claim-receiver.ts';
import { checkFolder, claimFolder, findFolder } from './folder/marker.ts';
import { claimOf, type PreparedReceiver } from './prepare-receiver.ts';
import type { SyncLoop } from './sync-loop.ts';

type Answer<T> = Promise<Result<T, IpcFailure>>;

/** Sends to a folder from now on. Failures: why it cannot be one (see `claimFolder`). */
export async function chooseFolder(loop: SyncLoop, folder: string): Answer<SyncStatus> {
  const { ws } = loop;
  // Somebody who picks a folder inside the sync folder means the sync folder.
  const chosen = (await findFolder(ws.fs, folder, ws.id)) ?? folder;
  const isEncrypted = ws.file.encryption !== null;
  const problem = await claimFolder(ws.fs, chosen, ws.id, isEncrypted);
  if (problem !== null) return fail(problem, 'after-fix');
  await changeTarget(loop, { folder: chosen, endpoint: null });
  return ok(await loop.status());
}

/** Sends to a receiver from now on; see `chooseEndpoint`. */
export async function chooseReceiver(
  loop: SyncLoop,
  endpoint: EndpointAddress,
  token: string | null,
): Answer<SyncStatus> {
  const chosen = await chooseEndpoint(loop, endpoint, token);
  return chosen.ok ? ok(await loop.status()) : chosen;
}

/** What is written waits on this device from now on. */
export async function chooseNone(loop: SyncLoop): Answer<SyncStatus> {
  await changeTarget(loop, { folder: null, endpoint: null });
  return ok(await loop.status());
}

/** The folder that a receiver in this app keeps batches in: the target, or `made` where there is none. */
export async function receiverFolder(loop: SyncLoop, made: string): Answer<PreparedReceiver> {
  const { ws } = loop;
  const claim = claimOf(ws);
  if (!claim.ok) return claim;
  const { served } = claim.value;
  const isEncrypted = ws.file.encryption !== null;
  if (ws.file.folder === null && !isEncrypted) {
    const set = await chooseFolder(loop, made);
    if (!set.ok) return set;
  }
  const folder = ws.file.folder ?? made;
  const problem = await checkFolder(ws.fs, folder, ws.id);
  if (problem !== null && !isEncrypted) return fail(problem, 'later');
  return ok({ folder, served, isEncrypted });
}

/** Has the receiver of a setup link serve this workspace, and sends to it. */
export async function chooseByLink(loop: SyncLoop, link: string): Answer<SyncStatus> {
  const setup = parseSetupLink(link);
  if (setup === null) return fail('setup-link-wrong', 'after-fix');
  const claim = claimOf(loop.ws);
  if (!claim.ok) return claim;
  // It would let in nobody from this computer.
  if (claim.value.token === null) return fail('not-allowed', 'never');
  const claimed = await claimReceiver(setup, claim.value.served);
  if (!claimed.ok) return claimed;
  return await chooseReceiver(loop, setup.address, claim.value.token);
}
