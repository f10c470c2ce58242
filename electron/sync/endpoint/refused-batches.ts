import { join } from 'node:path';
import type { BatchProblem } from '#shared/ipc-failures';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { acceptBatch } from '../accept.ts';
import { removeQuietly, writeAtomically } from '../atomic-write.ts';
import { orAbsent } from '../file-system.ts';
import type { PullCount } from '../pull-count.ts';
import type { Workspace } from '../workspace.ts';
import type { Listed } from './listing.ts';

/** `refused/<stream>-<epoch>/<sha256>.outlog`: what a receiver gave and this device could not take. */
const rootOf = (ws: Workspace): string => join(ws.directory, 'refused');

export const refusedPath = (ws: Workspace, { stream, epoch, sha256 }: Listed): string =>
  join(rootOf(ws), `${stream}-${epoch}`, `${sha256}.outlog`);

/** Names a batch that was not taken; it is tried again. */
export function nameRefused(ws: Workspace, item: Listed, problem: BatchProblem): void {
  const path = refusedPath(ws, item);
  const before = ws.rejected.get(path);
  const seenAtMs = before?.problem === problem ? before.seenAtMs : ws.nowMs();
  ws.rejected.set(path, { name: nameOf(item), problem, seenAtMs });
}

const nameOf = ({ first, count, sha256 }: Listed): string =>
  `b-${first}-${first + count - 1}-${sha256.slice(0, 16)}.outlog`;

/** Puts a batch aside as it came: it can be looked at, exported, and tried again by a newer version. */
export async function keepRefused(
  ws: Workspace,
  item: Listed,
  bytes: Uint8Array,
  problem: BatchProblem,
): Promise<void> {
  const path = refusedPath(ws, item);
  nameRefused(ws, item, problem);
  ws.log.note('file-refused', { ids: { stream: item.stream, batch: item.sha256 } });
  if (bytes.length <= BATCH_LIMITS.fileBytes) await writeAtomically(ws.fs, path, bytes);
  ws.seenFiles.set(path, { stamp: null, problem });
}

/** Tries what was put aside, once a run and whenever somebody asks for it. */
export async function retryRefused(ws: Workspace, count: PullCount): Promise<void> {
  const root = rootOf(ws);
  for (const directory of (await orAbsent(ws.fs.readdir(root))) ?? []) {
    for (const name of (await orAbsent(ws.fs.readdir(join(root, directory)))) ?? []) {
      const path = join(root, directory, name);
      if (ws.seenFiles.has(path) || !name.endsWith('.outlog')) continue;
      const bytes = await orAbsent(ws.fs.readFile(path));
      if (bytes === null) continue;
      const acceptance = await acceptBatch(ws, bytes);
      count.add(acceptance);
      if (acceptance.kind === 'rejected') {
        const { problem } = acceptance;
        ws.seenFiles.set(path, { stamp: null, problem });
        const shown = { name, problem, seenAtMs: ws.nowMs() };
        if (ws.rejected.get(path)?.problem !== problem) ws.rejected.set(path, shown);
      } else {
        ws.rejected.delete(path);
        await removeQuietly(ws.fs, path);
      }
    }
  }
}
