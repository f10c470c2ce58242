import { join } from 'node:path';
import type { FileSystem } from '../file-system.ts';
import { orAbsent } from '../file-system.ts';
import { sweepTemporary } from '../folder/sweep-temporary.ts';

/** Journals, indexes and batches lie this deep below a workspace's directory. */
const DEPTH = 6;

/** Removes what writes cut short by a crash left in a workspace's own directory, an hour later. */
export async function sweepOwn(fs: FileSystem, directory: string, nowMs: number): Promise<void> {
  await sweepBelow(fs, directory, nowMs, DEPTH);
}

async function sweepBelow(
  fs: FileSystem,
  directory: string,
  nowMs: number,
  depth: number,
): Promise<void> {
  await sweepTemporary(fs, directory, nowMs);
  if (depth === 0) return;
  const entries = (await orAbsent(fs.readdir(directory, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    if (entry.isDirectory()) await sweepBelow(fs, join(directory, entry.name), nowMs, depth - 1);
  }
}
