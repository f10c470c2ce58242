import type { IncomingMessage } from 'node:http';

/** The token of `Authorization: Bearer …`, or null. */
export function bearerOf({ headers }: IncomingMessage): string | null {
  const [, token = null] =
    /^Bearer ([A-Za-z0-9_-]{16,128})$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}
