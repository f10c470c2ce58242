import { type Agent, type IncomingMessage, request as sendRequest } from 'node:http';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { errnoOf } from '../file-system.ts';
import { EndpointError, endpointErrorOf } from './endpoint-error.ts';

/** How long nothing may move, and how long an exchange may take in all: a megabyte over a slow line. */
export interface Patience {
  readonly silenceMs: number;
  readonly wholeMs: number;
}

export const PATIENCE: Patience = { silenceMs: 30_000, wholeMs: 180_000 };
const MAX_HEADER_BYTES = 16 * 1024;
/** From this size on it is asked first whether the body is wanted, and for so long an answer is waited for. */
const ASK_FIRST_FROM_BYTES = 256 * 1024;
const ASK_FIRST_MS = 2_000;
const LONGEST_WAIT_MS = 60 * 60_000;

export interface Exchange {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly token: string | null;
  readonly body?: Uint8Array;
  readonly type?: string;
  /** More of an answer's body is not read. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
}

export interface Answer {
  readonly status: number;
  /** The key that the answer names as its receiver's; empty where it names none. */
  readonly receiver: string;
  readonly retryAfterMs: number | null;
  /** The answer's own clock, UTC ms in whole seconds; null where it names none. */
  readonly dateMs: number | null;
  readonly type: string;
  /** Null where it was longer than asked for. */
  readonly body: Uint8Array | null;
}

/** One request and its whole answer, whatever that says; a redirect is an answer like any other. Throws `EndpointError`. */
export async function exchange(agent: Agent, url: URL, asked: Exchange): Promise<Answer> {
  try {
    return await attempt(agent, url, asked);
  } catch (error) {
    if (!(error instanceof StaleConnectionError)) throw endpointErrorOf(error);
  }
  try {
    return await attempt(agent, url, asked);
  } catch (error) {
    throw endpointErrorOf(error);
  }
}

/** A kept connection that the other side had let go of: the request was not heard. */
class StaleConnectionError extends Error {}

const LET_GO: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

function attempt(agent: Agent, url: URL, asked: Exchange): Promise<Answer> {
  const { method, path, body, maxBytes, signal, patience = PATIENCE } = asked;
  return new Promise((resolve, reject) => {
    const request = sendRequest({
      agent,
      method,
      path,
      host: url.hostname,
      port: url.port,
      headers: headersOf(url, asked),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    const tooLong = () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' }));
    const limit = setTimeout(tooLong, patience.wholeMs);
    let isAnswered = false;
    let askedFirst: NodeJS.Timeout | undefined;
    const finish = (): void => {
      clearTimeout(limit);
      clearTimeout(askedFirst);
      // An answer that came before the body was wanted ends the sending.
      if (!request.writableFinished) request.destroy();
    };
    request.setTimeout(patience.silenceMs, tooLong);
    request.on('error', (error) => {
      finish();
      const isStale = request.reusedSocket && !isAnswered && LET_GO.has(errnoOf(error));
      reject(isStale ? new StaleConnectionError() : error);
    });
    // Another protocol is taken up with nobody.
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      request.destroy(Object.assign(new Error(), { code: 'HPE_UPGRADE' }));
      reject(new EndpointError('not-outlog'));
    });
    request.on('response', (response) => {
      isAnswered = true;
      clearTimeout(askedFirst);
      readAnswer(response, maxBytes).finally(finish).then(resolve, reject);
    });
    const sendBody = (): void => {
      clearTimeout(askedFirst);
      if (!request.writableEnded && !isAnswered) request.end(body);
    };
    if (body === undefined || !asksFirst(body)) {
      sendBody();
      return;
    }
    request.once('continue', sendBody);
    askedFirst = setTimeout(sendBody, ASK_FIRST_MS);
    request.flushHeaders();
  });
}

const asksFirst = (body: Uint8Array): boolean => body.length >= ASK_FIRST_FROM_BYTES;

function headersOf(url: URL, { token, body, type }: Exchange): Record<string, string> {
  return {
    host: url.host,
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(body && {
      'content-type': type ?? 'application/octet-stream',
      'content-length': String(body.length),
      ...(asksFirst(body) && { expect: '100-continue' }),
    }),
  };
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const receiver = headers[RECEIVER_HEADER];
  return {
    status,
    receiver: typeof receiver === 'string' ? receiver : '',
    retryAfterMs: waitOf(headers['retry-after'], headers.date),
    dateMs: dateOf(headers.date),
    type: headers['content-type'] ?? '',
    // What is packed is none of ours: it is not unpacked, so that it cannot be a bomb.
    body: headers['content-encoding'] === undefined ? await readBody(response, maxBytes) : null,
  };
}

function dateOf(date: string | undefined): number | null {
  const ms = Date.parse(date ?? '');
  return Number.isFinite(ms) ? ms : null;
}

/** Null, and the connection ended, where there is more than `maxBytes`. Rejects where it breaks off. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Buffer)) continue;
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `Retry-After` in seconds or as a date by the answer's own clock (RFC 9110, 10.2.3); an hour at most. */
function waitOf(retryAfter: string | undefined, date: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const waitMs = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - Date.parse(date ?? '');
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS) : null;
}
