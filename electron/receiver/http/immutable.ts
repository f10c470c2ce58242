import type { IncomingMessage } from 'node:http';
import { type Answer, answerBytes } from './answer.ts';

/** Bytes that never change under their address; `name` tells them apart. */
export function answerImmutable(
  { headers }: IncomingMessage,
  name: string,
  bytes: Uint8Array,
): Answer {
  const etag = `"${name}"`;
  const kept = { etag, 'cache-control': 'private, max-age=31536000, immutable' };
  const known = headers['if-none-match']?.split(',').map((each) => each.trim()) ?? [];
  return known.includes(etag) || known.includes('*')
    ? { status: 304, headers: kept }
    : answerBytes(bytes, kept);
}
