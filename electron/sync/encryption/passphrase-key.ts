import { randomBytes, scrypt } from 'node:crypto';
import type { Identity, Recipient } from 'age-encryption';
import { base64nopad } from '@scure/base';

/**
 * age's passphrase stanza, `scrypt <salt> <log N>` (C2SP age.md, "The scrypt recipient type"), reckoned on
 * a thread of its own: the library's own scrypt keeps the whole program waiting for a second and more.
 */
const TYPE = 'scrypt';
const SALT_BYTES = 16;
const FILE_KEY_BYTES = 16;
const TAG_BYTES = 16;
const LABEL = Buffer.from('age-encryption.org/v1/scrypt', 'latin1');
/** A file key is encrypted once under each key: a fixed nonce repeats nothing. */
const NONCE = new Uint8Array(12);

export const passphraseRecipient = (passphrase: string, workFactor: number): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = Uint8Array.from(randomBytes(SALT_BYTES));
    const key = await keyOf(passphrase, salt, workFactor);
    // Electron's own cryptography has no such cipher; age brings this one.
    const { chacha20poly1305 } = await import('@noble/ciphers/chacha.js');
    const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
    const { Stanza } = await import('age-encryption');
    return [new Stanza([TYPE, base64nopad.encode(salt), String(workFactor)], body)];
  },
});

/** @param mostWork what a file may ask for: a stranger's must not ask for minutes and gigabytes */
export const passphraseIdentity = (passphrase: string, mostWork: number): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const [stanza] = stanzas;
    const [type, saltText = '', workText = ''] = stanza?.args ?? [];
    if (!stanza || type !== TYPE) return null;
    const isSound =
      stanzas.length === 1 &&
      stanza.args.length === 3 &&
      /^[1-9]\d?$/.test(workText) &&
      Number(workText) <= mostWork &&
      stanza.body.length === FILE_KEY_BYTES + TAG_BYTES;
    if (!isSound) throw new Error('This is no passphrase stanza.');
    const salt = base64nopad.decode(saltText);
    if (salt.length !== SALT_BYTES) throw new Error('This is no passphrase stanza.');
    const key = await keyOf(passphrase, salt, Number(workText));
    const { chacha20poly1305 } = await import('@noble/ciphers/chacha.js');
    try {
      return chacha20poly1305(key, NONCE).decrypt(stanza.body);
    } catch {
      return null;
    }
  },
});

function keyOf(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const N = 2 ** workFactor;
  const cost = { N, r: 8, p: 1, maxmem: 256 * N * 8 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([LABEL, salt]), 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(Uint8Array.from(key));
    });
  });
}
