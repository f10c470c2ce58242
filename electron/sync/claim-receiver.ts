import { workspacePath } from '#shared/endpoint/protocol';
import type { ReceiverSetup } from '#shared/endpoint/setup-link';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import type { ServedWorkspace } from '../receiver/receiver-store.ts';
import { EndpointError, endpointErrorOf } from './endpoint/endpoint-error.ts';
import { type Answer, exchange } from './endpoint/exchange.ts';
import { ReceiverAgent } from './endpoint/open-connection.ts';
import { ReceiverClient } from './endpoint/receiver-client.ts';
import { refusalOf } from './endpoint/refusal.ts';

const LIMIT_MS = 60_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Has a receiver elsewhere serve a workspace. Its setup secret is sent only to who has proven to be that
 * receiver. Failures: `setup-refused`, `receiver-claimed` by another founder, and why it cannot be used.
 */
export async function claimReceiver(
  { address, secret }: ReceiverSetup,
  served: ServedWorkspace,
): Promise<Result<null, IpcFailure>> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const client = new ReceiverClient(address, secret);
  const url = new URL(address.url);
  const agent = new ReceiverAgent(url, address.certSha256);
  try {
    await client.hello(signal);
    const answer = await exchange(agent, url, {
      method: 'PUT',
      path: workspacePath(served.workspace),
      token: secret,
      body: Buffer.from(JSON.stringify(served)),
      type: 'application/json',
      maxBytes: MAX_ANSWER_BYTES,
      signal,
    });
    return outcomeOf(answer, address.receiverKey);
  } catch (error) {
    return fail(endpointErrorOf(error).problem, 'later');
  } finally {
    client.close();
    agent.destroy();
  }
}

function outcomeOf(answer: Answer, receiverKey: string): Result<null, IpcFailure> {
  const { status, receiver } = answer;
  if (receiver === receiverKey) {
    if (status === 200 || status === 201) return ok(null);
    if (status === 401) return fail('setup-refused', 'after-fix');
    if (status === 403) return fail('receiver-claimed', 'never');
  }
  refusalOf(answer, receiverKey);
  throw new EndpointError('not-outlog');
}
