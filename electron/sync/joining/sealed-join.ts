import type { IpcFailure } from '#shared/ipc';
import { fail, type Result } from '#shared/result';
import { type InviteFile, inviteText, parseInvite } from '../../identity/invite-file.ts';
import { passphraseIdentity, passphraseRecipient } from '../encryption/passphrase-key.ts';
import { isSealedFile } from '../encryption/sealed-file.ts';

/**
 * An invite under a short code: its file, encrypted by age (C2SP age.md) with the code's secret as the
 * passphrase. Whoever fetches it has to guess 40 bits, each guess at scrypt's cost of 2^18: half a second
 * and 256 MB, on any machine. The same is asked of this computer, once.
 */
const SCRYPT_LOG_N = 18;

/** An invite is at most 64 KiB; age adds its header and 16 bytes. */
export const JOIN_MAX_BYTES = 72 * 1024;

export async function sealJoin(invite: InviteFile, secret: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(secret, SCRYPT_LOG_N));
  return await encrypter.encrypt(inviteText(invite));
}

/** Failures: `code-wrong`, `invite-damaged`, `invite-newer`. */
export async function openJoin(
  bytes: Uint8Array,
  secret: string,
): Promise<Result<InviteFile, IpcFailure>> {
  if (bytes.length > JOIN_MAX_BYTES || !isSealedFile(bytes)) return fail('invite-damaged', 'never');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(secret, SCRYPT_LOG_N));
  let opened: Uint8Array;
  try {
    opened = await decrypter.decrypt(bytes);
  } catch {
    return fail('code-wrong', 'after-fix');
  }
  return parseInvite(opened);
}
