import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '#shared/stream/change';
import { isAudience } from '#shared/stream/change';
import { type FileSystem, orAbsent } from '../file-system.ts';

/** A file that may be a batch: its content decides, not its name. */
export interface FoundFile {
  readonly path: string;
  /** Below the audience's directory, as the folder has it now. */
  readonly relative: string;
  readonly audience: Audience;
  readonly name: string;
}

export interface Listing {
  readonly files: readonly FoundFile[];
  readonly directories: readonly string[];
}

/** Sync tools may put a conflicted copy of a directory beside it, but nothing nests deeper than this. */
const DEPTH = 4;

/** Every file below the audiences that may be read. Hidden entries belong to sync tools; links are not followed. */
export async function listFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
  canRead: (audience: Audience) => boolean,
): Promise<Listing> {
  const root = join(folder, 'v1', workspace);
  const files: FoundFile[] = [];
  const directories = [root];
  const walk = async (directory: string, relative: string, audience: Audience, depth: number) => {
    directories.push(directory);
    for (const entry of await entriesOf(fs, directory)) {
      const path = join(directory, entry.name);
      const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isFile()) files.push({ path, relative: below, audience, name: entry.name });
      else if (entry.isDirectory() && depth > 0) await walk(path, below, audience, depth - 1);
    }
  };
  for (const { name } of await entriesOf(fs, root)) {
    if (isAudience(name) && canRead(name)) await walk(join(root, name), '', name, DEPTH);
  }
  return { files, directories };
}

async function entriesOf(fs: FileSystem, directory: string): Promise<readonly Dirent[]> {
  const entries = await orAbsent(fs.readdir(directory, { withFileTypes: true }));
  return (entries ?? [])
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
