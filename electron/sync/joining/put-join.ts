import { workspacePath, ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { EndpointError } from '../endpoint/endpoint-error.ts';
import { exchange } from '../endpoint/exchange.ts';
import { ReceiverAgent } from '../endpoint/open-connection.ts';
import { refusalOf } from '../endpoint/refusal.ts';
import { openToken } from '../endpoint/kept-token.ts';
import type { Join } from './place-join.ts';
import type { Workspace } from '../workspace.ts';

const PUT_MS = 20_000;

/** Lays an encrypted invite down at the receiver. Failures: why the receiver cannot be used, `code-taken`. */
export async function putJoin(
  ws: Workspace,
  { locator, bytes, expiresAtMs }: Join,
): Promise<Result<null, IpcFailure>> {
  const { endpoint } = ws.file;
  const token = endpoint && openToken(ws.context.options.protector, endpoint);
  if (!endpoint || token === null) return fail('no-seat', 'after-fix');
  const url = new URL(endpoint.url);
  const agent = new ReceiverAgent(url, endpoint.certSha256);
  try {
    const answer = await exchange(agent, url, {
      method: 'PUT',
      path: `${workspacePath(ws.id)}/joins/${locator}?expiresAtMs=${expiresAtMs}`,
      token,
      body: bytes,
      maxBytes: ENDPOINT_LIMITS.jsonBytes,
      signal: AbortSignal.timeout(PUT_MS),
    });
    if (answer.status === 201 && answer.receiver === endpoint.receiverKey) return ok(null);
    const refusal = refusalOf(answer, endpoint.receiverKey);
    return refusal.kind === 'fork' ? fail('code-taken', 'later') : fail('not-outlog', 'after-fix');
  } catch (error) {
    if (error instanceof EndpointError) return fail(error.problem, 'later');
    throw error;
  }
}
