import { createHmac, hash } from 'node:crypto';

/**
 * What a device shows a receiver: HMAC-SHA-256 of `"outlog-token-v1\0"` ‖ workspace under the secret of
 * the invite it joined by (the founder's: of its device key), base64url, 43 characters. The invite's
 * record in the plan holds its hash, so revoking the invite revokes the token with it.
 */
export const memberToken = (secret: Uint8Array, workspace: string): string =>
  createHmac('sha256', secret).update(`outlog-token-v1\0${workspace}`, 'utf8').digest('base64url');

/** What a receiver keeps of a token: SHA-256 of its characters, in hex. */
export const tokenHash = (token: string): string => hash('sha256', token, 'hex');
