import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever folder the command was called from. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The user's cache folder of this platform. */
export const USER_CACHE =
  process.env['XDG_CACHE_HOME'] ??
  (process.platform === 'darwin'
    ? path.join(os.homedir(), 'Library/Caches')
    : process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData/Local'))
      : path.join(os.homedir(), '.cache'));

export const isRoot = process.getuid?.() === 0;
