import type { BatchProblem } from '#shared/ipc-failures';
import { changesNamedIn } from '#shared/stream/batch-format';
import { acceptBatch } from '../accept.ts';
import { SEALED_ENDING } from '../encryption/sealed-file.ts';
import { PullCount } from '../pull-count.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import type { FolderFiles } from './folder-files.ts';
import { type FoundFile, listFolder } from './list-folder.ts';
import type { FileStamp } from './read-found.ts';
import { readPatiently } from './read-patiently.ts';

/** How long a whole listing may take on a slow network drive. */
const LISTING_TIME_MS = 5 * 60_000;

/** What became of a file when it was last read. */
export interface SeenFile {
  readonly stamp: FileStamp | null;
  readonly problem: BatchProblem | null;
}

/** Looks at every file of the sync folder that this seat may read and takes in what is new and sound. */
export async function pullFolder(
  ws: Workspace,
  folder: string,
  files: FolderFiles,
): Promise<PullCount> {
  const count = new PullCount();
  const listing = await withinTime(LISTING_TIME_MS, listFolder(ws.fs, folder, ws.id, ws.canRead));
  const present = new Set<string>();
  const unread = unreadOf(ws, listing.files);
  for (const changes of unread.values()) ws.unreadCount += changes;
  for (const found of listing.files) {
    present.add(found.path);
    if (isStored(ws, found)) {
      // It came by another name or road while this one could not be read.
      ws.rejected.delete(found.path);
      if (!isOwnFile(ws, found)) count.knownBatches += 1;
    } else {
      await takeFound(ws, files, found, count);
      count.announceSome(ws);
    }
    ws.unreadCount -= unread.get(found.path) ?? 0;
  }
  for (const path of ws.seenFiles.keys()) if (!present.has(path)) ws.seenFiles.delete(path);
  for (const path of ws.rejected.keys()) if (!present.has(path)) ws.rejected.delete(path);
  count.rejected.push(...ws.rejected.values());
  await ws.store.save();
  ws.watchFolders(listing.directories);
  return count;
}

/** A batch's own name holds its hash: a stored file of that name is that file. */
function isStored(ws: Workspace, { relative }: FoundFile): boolean {
  const slash = relative.indexOf('/');
  const name = relative.slice(slash + 1);
  const path = name.endsWith(SEALED_ENDING) ? name.slice(0, -SEALED_ENDING.length) : name;
  return slash > 0 && ws.store.has(relative.slice(0, slash), path);
}

/** How many changes each file that was never read holds, as far as its name tells. */
function unreadOf(ws: Workspace, files: readonly FoundFile[]): ReadonlyMap<string, number> {
  const isNew = (found: FoundFile) => !ws.seenFiles.has(found.path) && !isStored(ws, found);
  return new Map(files.filter(isNew).map(({ path, name }) => [path, changesNamedIn(name)]));
}

const isOwnFile = (ws: Workspace, { relative }: FoundFile): boolean =>
  ws.journal.state.streams.has(relative.slice(0, Math.max(0, relative.indexOf('/'))));

async function takeFound(
  ws: Workspace,
  files: FolderFiles,
  found: FoundFile,
  count: PullCount,
): Promise<void> {
  if (await isUnchanged(ws, found)) {
    if (ws.seenFiles.get(found.path)?.problem === null) count.knownBatches += 1;
    return;
  }
  const read = await readPatiently(ws, found.path);
  if (read === null) return;
  if ('problem' in read) {
    note(ws, found, read.stamp, read.problem);
    return;
  }
  const { bytes, stamp } = read;
  const opened = await files.open(bytes, found.audience);
  if (typeof opened === 'string') {
    note(ws, found, stamp, `batch-${opened}`);
    return;
  }
  const acceptance = await acceptBatch(ws, opened);
  note(ws, found, stamp, acceptance.kind === 'rejected' ? acceptance.problem : null);
  count.add(acceptance);
}

/** A file read before is left alone until its size or time changes; one cut short is tried each time. */
async function isUnchanged(ws: Workspace, { path }: FoundFile): Promise<boolean> {
  const seen = ws.seenFiles.get(path);
  if (!seen?.stamp || seen.problem === 'batch-truncated') return false;
  try {
    const { size, mtimeMs } = await ws.fs.stat(path);
    return seen.stamp.sizeBytes === size && seen.stamp.modifiedAtMs === mtimeMs;
  } catch {
    return false;
  }
}

/** Somebody's holiday picture in the folder is no fault of the folder: only what claims to be a batch is named. */
function note(
  ws: Workspace,
  { path, name }: FoundFile,
  stamp: FileStamp | null,
  problem: BatchProblem | null,
): void {
  ws.seenFiles.set(path, { stamp, problem });
  const isStranger = !name.includes('.outlog') && isAboutNoBatch(problem);
  if (problem === null || isStranger) {
    ws.rejected.delete(path);
    return;
  }
  const before = ws.rejected.get(path);
  if (before?.problem !== problem) {
    ws.log.note('file-refused', { ids: { file: path }, reason: problem });
  }
  const seenAtMs = before?.problem === problem ? before.seenAtMs : ws.nowMs();
  ws.rejected.set(path, { name, problem, seenAtMs });
}

const isAboutNoBatch = (problem: BatchProblem | null): boolean =>
  problem === 'batch-not-outlog' || problem === 'batch-too-large' || problem === 'batch-truncated';
