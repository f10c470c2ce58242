import { dirname, join } from 'node:path';
import { objectIn } from '#shared/stream/batch-header';
import { SHARED_FILE_MODE, writeAtomically } from '../atomic-write.ts';
import { type FileSystem, orAbsent } from '../file-system.ts';
import { withinTime } from '../time-limit.ts';
import { type FolderProblem, folderProblemOf } from './folder-failure.ts';

/**
 * A sync folder carries a marker that names its workspace. No marker means that the folder is not there
 * (a drive that is not mounted leaves an empty directory), never that it is empty.
 */
const MARKER_NAME = 'outlog-folder.json';

const MARKER_FORMAT = 'outlog-folder';
const MARKER_TIME_MS = 10_000;
const PARENTS_SEARCHED = 3;

interface Marker {
  readonly workspace: string;
  /** What Outlog writes here is sealed: who has no key writes nothing. */
  readonly isEncrypted: boolean;
}

const markerBytes = ({ workspace, isEncrypted }: Marker): Uint8Array => {
  const encrypted = isEncrypted ? { encrypted: 'age' } : {};
  return Buffer.from(
    `${JSON.stringify({ format: MARKER_FORMAT, v: 1, workspace, ...encrypted })}\n`,
  );
};

/**
 * The last look at each folder. The next one waits for it: a drive that no longer answers then holds one
 * of the threads that the journal needs, too, and not one more every minute.
 */
const lastLooks = new Map<string, Promise<unknown>>();

/** Whether a folder is there at all: asked without waiting for earlier looks. File errors are thrown. */
export const hasMarker = async (fs: FileSystem, folder: string): Promise<boolean> =>
  (await orAbsent(fs.stat(join(folder, MARKER_NAME)))) !== null;

/** Whose a folder is; null without a (whole) marker. File errors are thrown. */
async function readMarker(fs: FileSystem, folder: string): Promise<Marker | null> {
  const before = lastLooks.get(folder) ?? Promise.resolve();
  const read = before.then(() => orAbsent(fs.readFile(join(folder, MARKER_NAME), 'utf8')));
  lastLooks.set(
    folder,
    read.catch(() => null),
  );
  const text = await withinTime(MARKER_TIME_MS, read);
  const marker = text === null ? null : objectIn(text);
  const workspace = marker?.['format'] === MARKER_FORMAT ? marker['workspace'] : null;
  if (typeof workspace !== 'string') return null;
  return { workspace, isEncrypted: marker?.['encrypted'] !== undefined };
}

/** Null where the folder is there and this workspace's. */
export async function checkFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
): Promise<FolderProblem | null> {
  const looked = await lookAtFolder(fs, folder, workspace);
  return looked.problem;
}

/** Whether a folder can be used, and whether what lies in it is to be sealed. */
export async function lookAtFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
): Promise<{ readonly problem: FolderProblem | null; readonly isEncrypted: boolean }> {
  const unreachable = { problem: 'folder-unreachable', isEncrypted: false } as const;
  try {
    const found = await readMarker(fs, folder);
    if (found === null) return unreachable;
    const { isEncrypted } = found;
    return { problem: found.workspace === workspace ? null : 'folder-foreign', isEncrypted };
  } catch {
    return unreachable;
  }
}

/** The nearest folder from `start` upwards that is this workspace's, or null. */
export async function findFolder(
  fs: FileSystem,
  start: string,
  workspace: string,
): Promise<string | null> {
  let folder = start;
  for (let step = 0; step <= PARENTS_SEARCHED; step += 1) {
    if ((await checkFolder(fs, folder, workspace)) === null) return folder;
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return null;
}

/** The nearest sync folder from `start` upwards, whosever it is; null where there is none to be read. */
export async function nearestFolder(
  fs: FileSystem,
  start: string,
): Promise<{ readonly folder: string; readonly workspace: string } | null> {
  let folder = start;
  for (let step = 0; step <= PARENTS_SEARCHED; step += 1) {
    const found = await readMarker(fs, folder).catch(() => null);
    if (found !== null) return { folder, workspace: found.workspace };
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return null;
}

/**
 * Makes a folder this workspace's unless it is already, and marks it where what is written is to be
 * sealed. `folder-foreign` where it is another's.
 */
export async function claimFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
  isEncrypted = false,
): Promise<FolderProblem | null> {
  try {
    // Also where a marker already is: a folder that cannot be listed serves nobody.
    await withinTime(MARKER_TIME_MS, fs.readdir(folder));
    const found = await readMarker(fs, folder);
    if (found !== null && found.workspace !== workspace) return 'folder-foreign';
    if (found !== null && (found.isEncrypted || !isEncrypted)) return null;
    const bytes = markerBytes({ workspace, isEncrypted });
    await writeAtomically(fs, join(folder, MARKER_NAME), bytes, SHARED_FILE_MODE);
    return null;
  } catch (error) {
    return folderProblemOf(error);
  }
}
