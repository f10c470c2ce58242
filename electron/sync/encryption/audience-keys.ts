import { hkdfSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import { isAudience, type Audience } from '#shared/stream/change';
import { isHex, fromHex } from '#shared/hex';

/**
 * The keys to what lies encrypted in a sync folder, as an invite carries them: age identities
 * (`AGE-SECRET-KEY-1…`) by audience. A manager holds `workspace` instead, 64 hex digits, from which every
 * audience's follows, also that of members who come later.
 */
export type FolderKeys = Readonly<Record<string, string>>;

export const WORKSPACE_SECRET = 'workspace';
export const WORKSPACE_SECRET_BYTES = 32;

/**
 * An audience's age identity: the X25519 scalar is HKDF-SHA-256 (RFC 5869) of the workspace's secret, with
 * no salt and the info `"outlog-age-v1\0"` ‖ audience, in the spelling of age's specification (C2SP age.md).
 */
export function identityOf(workspaceSecret: Uint8Array, audience: Audience): string {
  const info = Buffer.from(`outlog-age-v1\0${audience}`, 'utf8');
  const scalar = new Uint8Array(hkdfSync('sha256', workspaceSecret, new Uint8Array(), info, 32));
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
}

/** The identity that opens and seals an audience's files, or null where these keys have none. */
export function identityIn(keys: FolderKeys, audience: Audience): string | null {
  const secret = keys[WORKSPACE_SECRET];
  if (isHex(secret, WORKSPACE_SECRET_BYTES * 2)) return identityOf(fromHex(secret), audience);
  return keys[audience] ?? null;
}

/** What a seat may open: everything for a manager, the team's and their own for an assistant. Null without the secret. */
export function keysForSeat(
  keys: FolderKeys,
  seat: 'manager' | 'assistant',
  audiences: readonly Audience[],
): FolderKeys | null {
  const secret = keys[WORKSPACE_SECRET];
  if (!isHex(secret, WORKSPACE_SECRET_BYTES * 2)) return null;
  if (seat === 'manager') return { [WORKSPACE_SECRET]: secret };
  return Object.fromEntries(
    audiences.map((audience) => [audience, identityOf(fromHex(secret), audience)]),
  );
}

/** Null where a stored or invited set of keys is none. */
export function folderKeysFrom(value: Readonly<Record<string, unknown>>): FolderKeys | null {
  const entries = Object.entries(value);
  const areKeys =
    entries.length > 0 &&
    entries.every(([name, key]) =>
      name === WORKSPACE_SECRET
        ? isHex(key, WORKSPACE_SECRET_BYTES * 2)
        : isAudience(name) && typeof key === 'string' && key.startsWith('AGE-SECRET-KEY-1'),
    );
  return areKeys ? Object.fromEntries(entries.map(([name, key]) => [name, String(key)])) : null;
}
