import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { joinPath, RECEIVER_HEADER } from '#shared/endpoint/protocol';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { JOIN_MAX_BYTES } from './sealed-join.ts';

const ANSWER_MS = 15_000;

type Got = Result<Uint8Array, IpcFailure>;

/**
 * Asks a receiver for what lies under a locator. Nothing secret is sent, and what comes is believed only
 * when the code opens it: so any certificate will do, as whose it should be is what the invite will say.
 * Redirects are not followed. Failures: `receiver-silent`, `not-outlog`, `code-unknown`, `receiver-busy`.
 */
export function getJoin(url: string, locator: string): Promise<Got> {
  const address = url + joinPath(locator);
  const silent = fail('receiver-silent', 'later');
  return new Promise((resolve) => {
    const get = url.startsWith('https:') ? getSecure : getPlain;
    const request = get(
      address,
      { rejectUnauthorized: false, agent: false, signal: AbortSignal.timeout(ANSWER_MS) },
      (response) => {
        readAnswer(response).then(resolve, () => resolve(silent));
      },
    );
    request.on('error', () => resolve(silent));
  });
}

async function readAnswer(response: IncomingMessage): Promise<Got> {
  const { statusCode, headers } = response;
  if (headers[RECEIVER_HEADER] === undefined) return refuse(response, 'not-outlog');
  if (statusCode === 404) return refuse(response, 'code-unknown');
  if (statusCode === 429 || statusCode === 503) return refuse(response, 'receiver-busy');
  if (statusCode !== 200) return refuse(response, 'not-outlog');
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of response) {
    if (!Buffer.isBuffer(part)) continue;
    sizeBytes += part.length;
    if (sizeBytes > JOIN_MAX_BYTES) return refuse(response, 'not-outlog');
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}

function refuse(
  response: IncomingMessage,
  code: 'not-outlog' | 'code-unknown' | 'receiver-busy',
): Got {
  response.destroy();
  return fail(code, code === 'receiver-busy' ? 'later' : 'after-fix');
}
