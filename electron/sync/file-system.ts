import fsPromises from 'node:fs/promises';
import { dirname } from 'node:path';

/** The file calls the engine makes: one door, so that tests can make any of them fail. */
export type FileSystem = Pick<
  typeof fsPromises,
  'open' | 'readFile' | 'readdir' | 'mkdir' | 'rename' | 'unlink' | 'rm' | 'stat' | 'statfs'
>;

export const nodeFileSystem: FileSystem = fsPromises;

/** The system's name of a failed file call, such as `ENOSPC`, or the empty text. */
export function errnoOf(error: unknown): string {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : '';
}

/** The entry or nothing where it does not exist; any other failure is thrown. */
export async function orAbsent<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return null;
    throw error;
  }
}

/**
 * Makes a renamed or new entry survive a power cut. Windows and some network file systems cannot flush
 * a directory: there the rename's own durability is all there is.
 */
export async function flushDirectory(fs: FileSystem, directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(directory, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EBADF'].includes(errnoOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** Creates a directory with its missing parents, each flushed into the one above. */
export async function makeDirectory(fs: FileSystem, directory: string): Promise<void> {
  const firstMade = await fs.mkdir(directory, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = directory; ; made = dirname(made)) {
    await flushDirectory(fs, dirname(made));
    if (made === firstMade || made === dirname(made)) return;
  }
}
