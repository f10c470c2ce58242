import type { BatchProblem } from '#shared/ipc-failures';
import { errnoOf } from '../file-system.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import { type FoundBytes, readFound } from './read-found.ts';

/** How long an online-only placeholder may take to arrive. */
const READ_TIME_MS = 30_000;
/** Calls that never come back each hold a thread of Node's four: with this many, the rest waits. */
const HANGING_READS = 2;

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
