import type { BatchProblem, PullSummary, SyncStatus } from '#shared/ipc';
import { acceptBatch } from './accept.ts';
import { errnoOf } from './file-system.ts';
import { type FoundFile, listFolder } from './folder/list-folder.ts';
import { type FileStamp, type FoundBytes, readFound } from './folder/read-found.ts';
import { withinTime } from './time-limit.ts';
import type { Workspace } from './workspace.ts';

/** How long an online-only placeholder may take to arrive. */
const READ_TIME_MS = 30_000;
/** How long a whole listing may take on a slow network drive. */
const LISTING_TIME_MS = 5 * 60_000;
/** Calls that never come back each hold a thread of Node's four: with this many, the rest waits. */
const HANGING_READS = 2;

export type Rejected = SyncStatus['rejected'][number];

/** What became of a file when it was last read. */
export interface SeenFile {
  readonly stamp: FileStamp | null;
  readonly problem: BatchProblem | null;
}

export class PullCount {
  newBatches = 0;
  knownBatches = 0;
  newChanges = 0;
  hasReadable = false;
  readonly rejected: Rejected[] = [];

  summary(ws: Workspace): PullSummary {
    const { newBatches, knownBatches, newChanges, rejected } = this;
    return { newBatches, knownBatches, newChanges, rejected, gaps: ws.gaps() };
  }
}

/** Looks at every file of the sync folder that this seat may read and takes in what is new and sound. */
export async function pullFolder(ws: Workspace, folder: string): Promise<PullCount> {
  const count = new PullCount();
  const listing = await withinTime(LISTING_TIME_MS, listFolder(ws.fs, folder, ws.id, ws.canRead));
  const present = new Set<string>();
  for (const found of listing.files) {
    present.add(found.path);
    if (isStored(ws, found)) {
      if (!isOwnFile(ws, found)) count.knownBatches += 1;
    } else {
      await takeFound(ws, found, count);
    }
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
  return slash > 0 && ws.store.has(relative.slice(0, slash), relative.slice(slash + 1));
}

const isOwnFile = (ws: Workspace, { relative }: FoundFile): boolean =>
  ws.journal.state.streams.has(relative.slice(0, Math.max(0, relative.indexOf('/'))));

async function takeFound(ws: Workspace, found: FoundFile, count: PullCount): Promise<void> {
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
  const acceptance = await acceptBatch(ws, bytes);
  note(ws, found, stamp, acceptance.kind === 'rejected' ? acceptance.problem : null);
  countIn(count, acceptance);
}

export function countIn(
  count: PullCount,
  acceptance: Awaited<ReturnType<typeof acceptBatch>>,
): void {
  if (acceptance.kind === 'known') count.knownBatches += 1;
  if (acceptance.kind !== 'new') return;
  count.newBatches += 1;
  count.newChanges += acceptance.changeCount;
  count.hasReadable ||= acceptance.isReadable;
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

/** Null for a file that went away since the listing. */
export async function readPatiently(
  ws: Workspace,
  path: string,
): Promise<FoundBytes | { problem: BatchProblem; stamp: null } | null> {
  const unreadable = { problem: 'batch-unreadable' as const, stamp: null };
  if (ws.hangingReads.has(path) || ws.hangingReads.size >= HANGING_READS) return unreadable;
  const reading = readFound(ws.fs, path);
  ws.hangingReads.add(path);
  const settled = reading.then(
    () => ws.hangingReads.delete(path),
    () => ws.hangingReads.delete(path),
  );
  try {
    const read = await withinTime(READ_TIME_MS, reading);
    await settled;
    return read;
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? null : unreadable;
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
  const seenAtMs = before?.problem === problem ? before.seenAtMs : ws.nowMs();
  ws.rejected.set(path, { name, problem, seenAtMs });
}

const isAboutNoBatch = (problem: BatchProblem | null): boolean =>
  problem === 'batch-not-outlog' || problem === 'batch-too-large' || problem === 'batch-truncated';
