import { webcrypto } from 'node:crypto';
import { toHex } from '#shared/hex';

/** SHA-256 of a whole file, 64 hex digits; off the main thread, which has entries to save. */
export const digestOf = async (bytes: Uint8Array): Promise<string> =>
  toHex(new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes)));
