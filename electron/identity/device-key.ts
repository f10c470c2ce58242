import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { fromHex } from '#shared/hex';

/** DER in front of the 32 raw bytes of an Ed25519 key (RFC 8410): private (PKCS #8) and public (SPKI). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const SEED_BYTES = 32;

/** An Ed25519 key pair (RFC 8032). The seed stays with whoever keeps it. */
export interface DeviceKey {
  /** The raw public key, 64 hex digits. */
  readonly keyId: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The key pair that 32 secret bytes stand for. */
export function keyFromSeed(seed: Uint8Array): DeviceKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    keyId: spki.subarray(PUBLIC_PREFIX.length).toString('hex'),
    sign: (message) => signBytes(null, message, privateKey),
  };
}

const publicKeys = new Map<string, KeyObject>();
const CACHED_KEYS = 1_000;

/** False also for a key that is none. */
export function verifySignature(
  keyId: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verifyBytes(null, message, publicKeyOf(keyId), signature);
  } catch {
    return false;
  }
}

function publicKeyOf(keyId: string): KeyObject {
  const known = publicKeys.get(keyId);
  if (known) return known;
  const key = Buffer.concat([PUBLIC_PREFIX, fromHex(keyId)]);
  const made = createPublicKey({ key, format: 'der', type: 'spki' });
  if (publicKeys.size >= CACHED_KEYS) publicKeys.clear();
  publicKeys.set(keyId, made);
  return made;
}
