import type { IncomingMessage } from 'node:http';
import { type Answer, refuse } from './answer.ts';
import type { RequestLimits } from './limits.ts';

/** The length a request declares, or why its body is not taken. Asked before a byte of it is read. */
export function declaredLength(request: IncomingMessage, maxBytes: number): number | Answer {
  const { 'content-length': declared, 'transfer-encoding': coding } = request.headers;
  if (coding !== undefined || declared === undefined) {
    return refuse('bad-request', 'Say how long the body is, in Content-Length.', { status: 411 });
  }
  if (!/^\d{1,15}$/.test(declared)) return refuse('bad-request', 'The Content-Length is none.');
  const lengthBytes = Number(declared);
  return lengthBytes > maxBytes
    ? refuse('too-large', `At most ${maxBytes} bytes fit here.`)
    : lengthBytes;
}

/** Whether a request brings a body, which those that read have none of. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;

/** The whole body, `gone` where its sender went away, or why it was not read to its end. */
export type BodyRead = { readonly bytes: Uint8Array } | 'gone' | Answer;

/** Memory is taken for what has arrived and not for what is declared. */
export async function readBody(
  request: IncomingMessage,
  lengthBytes: number,
  limits: RequestLimits,
): Promise<BodyRead> {
  const chunks: Buffer[] = [];
  let gotBytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!(chunk instanceof Buffer)) return 'gone';
      if (!limits.arrive(chunk.length)) {
        return refuse('busy', 'Too much is arriving at once.', { headers: { 'retry-after': '5' } });
      }
      gotBytes += chunk.length;
      chunks.push(chunk);
    }
    return gotBytes === lengthBytes ? { bytes: Buffer.concat(chunks, gotBytes) } : 'gone';
  } catch {
    return 'gone';
  } finally {
    limits.leave(gotBytes);
  }
}
