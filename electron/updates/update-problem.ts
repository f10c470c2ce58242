import type { UpdateProblem } from '#shared/update-status';

const UNREACHABLE = /net::ERR_|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|\b5\d\d\b/;

/** What an updater's error means to a person (codes of builder-util-runtime, Chromium and Node). */
export function updateProblem(error: unknown): UpdateProblem {
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error ? String(error.code) : '';
  const text = `${code} ${error.message}`;
  if (/CHECKSUM_MISMATCH|sha512|ERR_UPDATER_INVALID_SIGNATURE/.test(text)) return 'damaged';
  if (/ENOSPC|EACCES|EPERM|EROFS/.test(code)) return 'disk';
  if (/CHANNEL_FILE_NOT_FOUND|INVALID_UPDATE_INFO|INVALID_VERSION|NO_FILES|\b404\b/.test(text)) {
    return 'not-an-update-address';
  }
  return UNREACHABLE.test(text) ? 'unreachable' : 'other';
}
