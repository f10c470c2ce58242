import type { IncomingMessage } from 'node:http';
import { type Answer, refuse } from './answer.ts';

/** The length a request declares, or why its body is not taken. Asked before a byte of it is read. */
export function declaredLength(request: IncomingMessage, maxBytes: number): number | Answer {
  const { 'content-length': declared, 'transfer-encoding': coding } = request.headers;
  if (coding !== undefined || declared === undefined) {
    return refuse('bad-request', 'Say how long the body is, in Content-Length.', { status: 411 });
  }
  const length = Number(declared);
  if (!/^\d{1,15}$/.test(declared)) return refuse('bad-request', 'The Content-Length is none.');
  if (length > maxBytes) return refuse('too-large', `At most ${maxBytes} bytes fit here.`);
  return length;
}

/** Whether a request brings a body, which those that read have none of. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;

/** The whole body, or null where the connection ended before it was there. Memory grows with what arrives. */
export async function readBody(
  request: IncomingMessage,
  lengthBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let got = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Buffer)) return null;
      got += chunk.length;
      if (got > lengthBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return got === lengthBytes ? Buffer.concat(chunks, got) : null;
}
