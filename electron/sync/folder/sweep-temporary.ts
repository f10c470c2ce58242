import { join } from 'node:path';
import { removeQuietly, TEMPORARY_PREFIX } from '../atomic-write.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';

const STALE_MS = 60 * 60_000;

/** Removes what writes cut short left in a directory that only this device writes to. */
export async function sweepTemporary(
  fs: FileSystem,
  directory: string,
  nowMs: number,
): Promise<void> {
  for (const name of (await orAbsent(fs.readdir(directory))) ?? []) {
    if (!name.startsWith(TEMPORARY_PREFIX)) continue;
    const path = join(directory, name);
    const found = await orAbsent(fs.stat(path));
    if (found && nowMs - found.mtimeMs > STALE_MS) await removeQuietly(fs, path);
  }
}
