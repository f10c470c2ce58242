import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { flushDirectory, makeDirectory, type FileSystem } from './file-system.ts';

export const TEMPORARY_PREFIX = '.tmp-';

/** Only this user reads what is the app's own; in a shared folder the folder's own rules say who may. */
const OWN_FILE_MODE = 0o600;
export const SHARED_FILE_MODE = 0o666;

/** Writes a new file beside `path` and flushes it; the caller renames it into place. Leaves nothing on failure. */
export async function writeTemporary(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<string> {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${randomBytes(8).toString('hex')}`);
  try {
    const handle = await fs.open(temporary, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await removeQuietly(fs, temporary);
    throw error;
  }
  return temporary;
}

/** After this the file holds either its old bytes or all of the new ones, also after a power cut. */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode = OWN_FILE_MODE,
): Promise<void> {
  await makeDirectory(fs, dirname(path));
  const temporary = await writeTemporary(fs, path, bytes, mode);
  try {
    await fs.rename(temporary, path);
  } catch (error) {
    await removeQuietly(fs, temporary);
    throw error;
  }
  await flushDirectory(fs, dirname(path));
}

/** A leftover is harmless, and the failure that led here is the one worth reporting. */
export async function removeQuietly(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch {
    // Left behind: swept later.
  }
}
