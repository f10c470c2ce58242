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

const markerBytes = (workspace: string): Uint8Array =>
  Buffer.from(`${JSON.stringify({ format: MARKER_FORMAT, v: 1, workspace })}\n`);

/**
 * The last look at each folder. The next one waits for it: a drive that no longer answers then holds one
 * of the threads that the journal needs, too, and not one more every minute.
 */
const lastLooks = new Map<string, Promise<unknown>>();

/** The workspace a folder belongs to; null without a (whole) marker. File errors are thrown. */
async function readMarker(fs: FileSystem, folder: string): Promise<string | null> {
  const before = lastLooks.get(folder) ?? Promise.resolve();
  const read = before.then(() => orAbsent(fs.readFile(join(folder, MARKER_NAME), 'utf8')));
  lastLooks.set(
    folder,
    read.catch(() => null),
  );
  const text = await withinTime(MARKER_TIME_MS, read);
  const marker = text === null ? null : objectIn(text);
  const workspace = marker?.['format'] === MARKER_FORMAT ? marker['workspace'] : null;
  return typeof workspace === 'string' ? workspace : null;
}

/** Null where the folder is there and this workspace's. */
export async function checkFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
): Promise<FolderProblem | null> {
  try {
    const found = await readMarker(fs, folder);
    if (found === null) return 'folder-unreachable';
    return found === workspace ? null : 'folder-foreign';
  } catch {
    return 'folder-unreachable';
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

/** Makes a folder this workspace's unless it is already; `folder-foreign` where it is another's. */
export async function claimFolder(
  fs: FileSystem,
  folder: string,
  workspace: string,
): Promise<FolderProblem | null> {
  try {
    // Also where a marker already is: a folder that cannot be listed serves nobody.
    await withinTime(MARKER_TIME_MS, fs.readdir(folder));
    const found = await readMarker(fs, folder);
    if (found === workspace) return null;
    if (found !== null) return 'folder-foreign';
    await writeAtomically(fs, join(folder, MARKER_NAME), markerBytes(workspace), SHARED_FILE_MODE);
    return null;
  } catch (error) {
    return folderProblemOf(error);
  }
}
