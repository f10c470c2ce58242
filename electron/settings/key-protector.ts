import { safeStorage } from 'electron';
import type { KeyProtector } from '../sync/engine.ts';

/**
 * Linux without a keychain makes `safeStorage` encrypt with a password that is in Chromium's source
 * (`basic_text`): that protects nothing, and is not called protection.
 */
const hasKeychain = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');

/** What is kept as it is: guarded only by the mode 0600 of the file it is written to. */
const inPlainFile: KeyProtector = {
  kind: 'plain-file',
  seal: (secret) => secret,
  open: (sealed) => sealed,
};

const inKeychain: KeyProtector = {
  kind: 'system',
  // safeStorage takes text alone.
  seal: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
  open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
};

/** After 'ready': the operating system's keychain where there is a real one. */
export const chooseKeyProtector = (): KeyProtector => (hasKeychain() ? inKeychain : inPlainFile);
