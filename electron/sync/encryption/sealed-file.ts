/** A file in the age format, version 1, begins with this line (C2SP age.md). */
const AGE_INTRO = Buffer.from('age-encryption.org/v1\n', 'latin1');

/** What an encrypted file's name ends with, after the name of what is in it. */
export const SEALED_ENDING = '.age';

/** How much longer than what is in it a sealed file can be: its header, and 16 bytes for every 64 KiB. */
export const SEALED_EXTRA_BYTES = 4 * 1024;

export const isSealedFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, AGE_INTRO.length)).equals(
    AGE_INTRO,
  );

/** The file that whoever holds `identity` opens. */
export async function sealFile(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  // Only teams whose folder is encrypted need the library.
  const { Encrypter, identityToRecipient } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return await encrypter.encrypt(bytes);
}

/** What is in the file; null where it was sealed for others, is cut short, or was tampered with. */
export async function openSealedFile(
  bytes: Uint8Array,
  identity: string,
): Promise<Uint8Array | null> {
  const { Decrypter } = await import('age-encryption');
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}
