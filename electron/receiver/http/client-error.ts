import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import { type EndpointRefusal, RECEIVER_HEADER } from '#shared/endpoint/protocol';

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** How long whoever sent it may take to hear it. */
const GOODBYE_MS = 1_000;

/** What was sent is no HTTP, or came too slowly: it is told so, and the connection ends. */
export const answerClientErrors =
  (receiverKey: string) =>
  (error: Error & { readonly code?: string }, socket: Duplex): void => {
    // A handshake that failed leaves nothing to speak over.
    const isMute = error.code === 'ECONNRESET' || error.code?.startsWith('ERR_TLS') === true;
    if (isMute || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ''] ?? 400;
    const refusal: EndpointRefusal = { code: 'bad-request', message: 'This is no request.' };
    const body = `${JSON.stringify(refusal)}\n`;
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      `${RECEIVER_HEADER}: ${receiverKey}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
  };
