import type { IpcFailure } from '#shared/ipc';
import { fail, type Result } from '#shared/result';
import { type InviteFile, inviteText, parseInvite } from '../../identity/invite-file.ts';
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
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  encrypter.setPassphrase(secret);
  return await encrypter.encrypt(inviteText(invite));
}

/** Failures: `code-wrong`, `invite-damaged`, `invite-newer`. */
export async function openJoin(
  bytes: Uint8Array,
  secret: string,
): Promise<Result<InviteFile, IpcFailure>> {
  if (bytes.length > JOIN_MAX_BYTES || !isSealedFile(bytes)) return fail('invite-damaged', 'never');
  if (costOf(bytes) > SCRYPT_LOG_N) return fail('invite-damaged', 'never');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(secret);
  let opened: Uint8Array;
  try {
    opened = await decrypter.decrypt(bytes);
  } catch {
    return fail('code-wrong', 'after-fix');
  }
  return parseInvite(opened);
}

/** The scrypt work factor that a file asks for: a stranger's file must not ask for minutes and gigabytes. */
function costOf(bytes: Uint8Array): number {
  const header = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, logN] = /^-> scrypt \S+ (\d{1,2})$/m.exec(header) ?? [];
  return logN === undefined ? Number.POSITIVE_INFINITY : Number(logN);
}
