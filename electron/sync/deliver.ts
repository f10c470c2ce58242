import { dirname, join } from 'node:path';
import type { WaitReason } from '#shared/ipc';
import { streamKey } from '#shared/stream/change';
import { writeDelivery } from './delivery-file.ts';
import { deliverFile } from './folder/deliver-file.ts';
import { folderProblemOf } from './folder/folder-failure.ts';
import { checkFolder } from './folder/marker.ts';
import { sweepTemporary } from './folder/sweep-temporary.ts';
import type { IndexedBatch, StreamIndex } from './store/stream-index.ts';
import { withinTime } from './time-limit.ts';
import type { Workspace } from './workspace.ts';

/** More would let a folder that hangs take every thread from the journal. */
const STREAMS_AT_ONCE = 2;
/** A busy file is tried for a minute; a call that never comes back is given up. */
const DELIVERY_TIME_MS = 90_000;

/**
 * Brings every own batch that is not in the sync folder there, each read back before it counts as sent.
 * Streams go side by side, so that one file somebody holds open keeps only its own stream waiting.
 */
export async function deliverAll(ws: Workspace, signal: AbortSignal): Promise<WaitReason> {
  const { folder } = ws.file;
  if (folder === null) return 'no-folder';
  const todo = [...ws.store.streams.values()]
    .filter((index) => ws.own.isOwn(index))
    .map((index) => ({ index, batches: unsentOf(ws, index) }))
    .filter(({ batches }) => batches.length > 0);
  const problem = await checkFolder(ws.fs, folder, ws.id);
  if (problem !== null) return problem;
  if (todo.length === 0) return 'none';
  const reasons: WaitReason[] = [];
  const work = async () => {
    for (let next = todo.shift(); next; next = todo.shift()) {
      reasons.push(await deliverStream(ws, folder, next.index, next.batches, signal));
    }
  };
  await Promise.all(Array.from({ length: STREAMS_AT_ONCE }, work));
  await writeDelivery(ws.fs, ws.directory, ws.delivery);
  return reasons.find((reason) => reason !== 'none') ?? 'none';
}

/** A stream with branches is looked at whole: a file that is there already costs one read. */
function unsentOf(ws: Workspace, index: StreamIndex): readonly IndexedBatch[] {
  const sent = ws.delivery.sent.get(streamKey(index))?.seq ?? 0;
  return index.batches
    .filter(({ last }) => last > sent || index.branches.length > 1)
    .toSorted((a, b) => a.first - b.first);
}

async function deliverStream(
  ws: Workspace,
  folder: string,
  index: StreamIndex,
  batches: readonly IndexedBatch[],
  signal: AbortSignal,
): Promise<WaitReason> {
  const key = streamKey(index);
  const swept = new Set<string>();
  for (const batch of batches) {
    if (signal.aborted) return 'none';
    const parts = ['v1', ws.id, index.audience, key, ...batch.path.split('/')];
    const bytes = await sealedBytes(ws, index, batch);
    if (bytes === null) return 'disk-failed';
    try {
      const delivery = { fs: ws.fs, folder, parts, bytes, signal };
      await withinTime(DELIVERY_TIME_MS, deliverFile(delivery));
      const directory = dirname(join(folder, ...parts));
      if (!swept.has(directory)) await sweepTemporary(ws.fs, directory, ws.nowMs());
      swept.add(directory);
    } catch (error) {
      return folderProblemOf(error);
    }
    // A drive that came off in between left the file on whatever was below it.
    const problem = await checkFolder(ws.fs, folder, ws.id);
    if (problem !== null) return problem;
    const sent = ws.delivery.sent.get(key)?.seq ?? 0;
    if (batch.last > sent) ws.delivery.sent.set(key, { seq: batch.last, h: batch.chain });
    ws.delivery.lastSentAtMs = ws.nowMs();
    ws.touch();
  }
  return 'none';
}

/** Null where the local store lost the batch: what the journal still has of it is sealed anew by the next try. */
async function sealedBytes(
  ws: Workspace,
  index: StreamIndex,
  batch: IndexedBatch,
): Promise<Uint8Array | null> {
  try {
    const bytes = await ws.store.readSealed(index, batch);
    if (bytes === null) await ws.rebuildStream(streamKey(index));
    return bytes;
  } catch {
    // A file that cannot be read now keeps only its own stream waiting.
    return null;
  }
}
