import { join } from 'node:path';
import { type JoinCode, LOCATOR_PATTERN } from '#shared/join-code';
import { SHARED_FILE_MODE, writeAtomically, removeQuietly } from '../atomic-write.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';
import { JOIN_MAX_BYTES } from './sealed-join.ts';

type Locator = JoinCode['locator'];

/** Beside the audiences, and none of them: who reads batches passes it by. */
export const joinsDirectory = (folder: string, workspace: string): string =>
  join(folder, 'v1', workspace, 'joins');

const nameOf = (locator: Locator): string => `${locator}.age`;

/** Lays an encrypted invite into the sync folder, and clears away those that have long run out. */
export async function putJoinFile(
  fs: FileSystem,
  directory: string,
  locator: Locator,
  bytes: Uint8Array,
  oldestMs: number,
): Promise<void> {
  await writeAtomically(fs, join(directory, nameOf(locator)), bytes, SHARED_FILE_MODE);
  for (const name of (await orAbsent(fs.readdir(directory))) ?? []) {
    if (!name.endsWith('.age')) continue;
    const stats = await orAbsent(fs.stat(join(directory, name)));
    if (stats !== null && stats.mtimeMs < oldestMs) await removeQuietly(fs, join(directory, name));
  }
}

/** Null where it is no locator, nothing lies under it, or what does cannot be an invite. */
export async function readJoinFile(
  fs: FileSystem,
  directory: string,
  locator: Locator,
): Promise<Uint8Array | null> {
  if (!LOCATOR_PATTERN.test(locator)) return null;
  const file = join(directory, nameOf(locator));
  const stats = await orAbsent(fs.stat(file));
  if (stats === null || !stats.isFile() || stats.size > JOIN_MAX_BYTES) return null;
  return await orAbsent(fs.readFile(file));
}
