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

/** Directories whose names this run of the program has flushed into the ones above them. */
const settled = new WeakMap<FileSystem, Set<string>>();

/** Also of a directory that is there already: whoever made it may have died before its name was safe. */
export async function settleName(fs: FileSystem, directory: string): Promise<void> {
  await flushDirectory(fs, dirname(directory));
  settledIn(fs).add(directory);
}

export const isNameSettled = (fs: FileSystem, directory: string): boolean =>
  settledIn(fs).has(directory);

function settledIn(fs: FileSystem): Set<string> {
  const known = settled.get(fs) ?? new Set();
  settled.set(fs, known);
  return known;
}

/** Which directory had to be made first, if any. Nearly always it is this one alone, which costs a tenth. */
async function firstMadeOf(fs: FileSystem, directory: string): Promise<string | undefined> {
  if (!isNameSettled(fs, directory) && isNameSettled(fs, dirname(directory))) {
    const isMade = await fs.mkdir(directory).then(
      () => true,
      () => false,
    );
    if (isMade) return directory;
  }
  return await fs.mkdir(directory, { recursive: true });
}

/** Creates a directory with its missing parents, each flushed into the one above. */
export async function makeDirectory(fs: FileSystem, directory: string): Promise<void> {
  const firstMade = await firstMadeOf(fs, directory);
  let isNew = firstMade !== undefined;
  for (let each = directory; isNew || !isNameSettled(fs, each); each = dirname(each)) {
    if (each === dirname(each)) return;
    try {
      await settleName(fs, each);
    } catch (error) {
      // Further up lie directories that are not of the program's making, and not open to it.
      if (isNew || !['EACCES', 'EPERM'].includes(errnoOf(error))) throw error;
      return;
    }
    if (each === firstMade) isNew = false;
  }
}
