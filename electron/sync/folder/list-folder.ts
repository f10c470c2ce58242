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

/** Side by side, since on a network drive the answers' way takes the time; a dead one holds a thread for each. */
const LISTED_AT_ONCE = 2;

/** Every file below the audiences that may be read. Hidden entries belong to sync tools; links are not followed. */
export async function listFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
  canRead: (audience: Audience) => boolean,
): Promise<Listing> {
  const root = join(folder, 'v1', workspace);
  const named = (await entriesOf(fs, root)).map(({ name }) => name).filter(isAudience);
  const wanted = named.filter(canRead).toSorted((a, b) => rankOf(a) - rankOf(b));
  const listings: Listing[] = [];
  const left = wanted.entries();
  let hasFailed = false;
  const listSome = async (): Promise<void> => {
    for (const [at, audience] of left) {
      // A drive that is gone is not asked on for everybody else.
      if (hasFailed) return;
      try {
        listings[at] = await listAudience(fs, join(root, audience), audience);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: LISTED_AT_ONCE }, listSome));
  return {
    files: listings.flatMap(({ files }) => files),
    directories: [root, ...listings.flatMap(({ directories }) => directories)],
  };
}

async function listAudience(
  fs: FileSystem,
  directory: string,
  audience: Audience,
): Promise<Listing> {
  const files: FoundFile[] = [];
  const directories: string[] = [];
  const walk = async (within: string, relative: string, depth: number): Promise<void> => {
    directories.push(within);
    for (const entry of await entriesOf(fs, within)) {
      const path = join(within, entry.name);
      const below = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isFile()) files.push({ path, relative: below, audience, name: entry.name });
      else if (entry.isDirectory() && depth > 0) await walk(path, below, depth - 1);
    }
  };
  await walk(directory, '', DEPTH);
  return { files, directories };
}

/** What says who may write, and by what work is measured, is read before the work. */
const rankOf = (audience: Audience): number =>
  audience === 'team' ? 0 : audience === 'managers' ? 1 : 2;

async function entriesOf(fs: FileSystem, directory: string): Promise<readonly Dirent[]> {
  const entries = await orAbsent(fs.readdir(directory, { withFileTypes: true }));
  return (entries ?? [])
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
