import { type EndpointAddress, endpointUrl } from '#shared/endpoint/address';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { freshDelivery } from './delivery-file.ts';
import { endpointErrorOf } from './endpoint/endpoint-error.ts';
import { keepToken } from './endpoint/kept-token.ts';
import { ReceiverClient } from './endpoint/receiver-client.ts';
import { claimOf } from './prepare-receiver.ts';
import type { SyncLoop } from './sync-loop.ts';
import { targetIdOf, type WorkspaceFile } from './workspace-file.ts';

const PROVING_MS = 20_000;

/** Sends somewhere else from now on. Another target starts fresh: it gets everything there is. */
export async function changeTarget(
  loop: SyncLoop,
  chosen: Pick<WorkspaceFile, 'folder' | 'endpoint'>,
): Promise<void> {
  const { ws } = loop;
  // What the old one still waits for holds up no change.
  ws.target?.close();
  await ws.lane.run(async () => {
    const file = { ...ws.file, ...chosen };
    const id = targetIdOf(file);
    try {
      if (id === targetIdOf(ws.file)) {
        await ws.saveFile(file);
        return;
      }
      if (id !== null) await ws.offers.startFresh(id);
      await ws.saveFile(file);
    } finally {
      ws.reopenTarget();
    }
    ws.delivery = freshDelivery(id);
    ws.heard.forgetReceiver();
    ws.log.note('target-changed');
  });
  await loop.targetChanged();
}

/**
 * Sends to a receiver from now on, once it has shown its key and takes this member's token.
 * @param given a member's token; null: the founder's own, which follows from the device's key
 * Failures: `bad-input`, `not-allowed`, and what the receiver answers.
 */
export async function chooseEndpoint(
  loop: SyncLoop,
  asked: EndpointAddress,
  given: string | null,
): Promise<Result<null, IpcFailure>> {
  const { ws } = loop;
  const url = endpointUrl(asked.url);
  if (url === null) return fail('bad-input', 'after-fix');
  const claim = given === null ? claimOf(ws) : null;
  if (claim?.ok === false) return claim;
  const token = given ?? claim?.value.token ?? null;
  if (token === null) return fail('not-allowed', 'never');
  const address = { ...asked, url };
  const client = new ReceiverClient(address, token);
  try {
    const signal = AbortSignal.timeout(PROVING_MS);
    await client.hello(signal);
    await client.listBatches(ws.id, null, signal);
  } catch (error) {
    return fail(endpointErrorOf(error).problem, 'after-fix');
  } finally {
    client.close();
  }
  const endpoint = { ...address, ...keepToken(ws.context.options.protector, token) };
  await changeTarget(loop, { folder: null, endpoint });
  return ok(null);
}
