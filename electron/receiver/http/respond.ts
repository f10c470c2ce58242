import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** How much of an unwanted body is let go by, so that whoever sends it still hears the answer. */
const LINGER_BYTES = 4 * 1024 * 1024;
const LINGER_MS = 2_000;

/** Sends the answer. With a body left unread the connection ends after it. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const bytes = bodyBytes(answer);
  const isUnread = !request.readableEnded && !request.complete;
  response.writeHead(answer.status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(answer.body?.kind === 'json' && { 'content-type': 'application/json; charset=utf-8' }),
    ...(answer.body?.kind === 'bytes' && { 'content-type': 'application/octet-stream' }),
    ...answer.headers,
    ...(answer.status !== 304 && { 'content-length': bytes.length }),
    ...(isUnread && { connection: 'close' }),
  });
  const isHead = request.method === 'HEAD';
  if (!isUnread || isHead) {
    response.end(isHead ? undefined : bytes);
    return;
  }
  response.write(bytes);
  await linger(request);
  response.end();
}

function bodyBytes({ body }: Answer): Uint8Array {
  if (body === undefined) return Buffer.alloc(0);
  return body.kind === 'bytes'
    ? body.bytes
    : Buffer.from(`${JSON.stringify(body.value)}\n`, 'utf8');
}

/** Closing on unread bytes resets the connection, and the answer is lost with it. */
function linger(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = LINGER_BYTES;
    const limit = setTimeout(done, LINGER_MS);
    function done(): void {
      clearTimeout(limit);
      request.off('data', count);
      resolve();
    }
    function count(chunk: Buffer): void {
      left -= chunk.length;
      if (left < 0) done();
    }
    request.on('data', count);
    for (const event of ['end', 'close', 'error']) request.once(event, done);
  });
}
