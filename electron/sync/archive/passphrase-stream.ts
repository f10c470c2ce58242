import { passphraseIdentity, passphraseRecipient } from '../encryption/passphrase-key.ts';
import { ArchiveError } from './archive-error.ts';

/** scrypt's cost of 2^18: half a second and 256 MB for whoever opens it, and for each guess. */
const SCRYPT_LOG_N = 18;

/** What is read, sealed with a passphrase (age's scrypt recipient) as it goes. */
export async function sealStream(
  plain: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, SCRYPT_LOG_N));
  return await encrypter.encrypt(plain);
}

/** The opposite. Throws `archive-passphrase` where it is another one; a damaged middle shows as it is read. */
export async function openStream(
  sealed: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase, SCRYPT_LOG_N));
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    throw new ArchiveError('archive-passphrase');
  }
}

/** Bytes in pieces; whatever is wrong inside an age file shows as a damaged archive. */
export async function* chunksOf(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new ArchiveError('archive-damaged');
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
