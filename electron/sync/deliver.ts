import type { WaitReason } from '#shared/ipc';
import { streamKey } from '#shared/stream/change';
import { writeDelivery } from './delivery-file.ts';
import type { IndexedBatch, StreamIndex } from './store/stream-index.ts';
import type { Deliver } from './target.ts';
import type { Workspace } from './workspace.ts';

/** More would let a folder that hangs take every thread from the journal, or crowd a slow line. */
const STREAMS_AT_ONCE = 2;

/**
 * Brings every own batch that is not at the target there, each proven to be there before it counts as sent.
 * Streams go side by side, so that one file somebody holds open keeps only its own stream waiting.
 */
export async function deliverAll(ws: Workspace, signal: AbortSignal): Promise<WaitReason> {
  const { target } = ws;
  if (target === null) return 'no-folder';
  const todo = [...ws.store.streams.values()]
    .filter((index) => ws.own.isOwn(index))
    .map((index) => ({ index, batches: unsentOf(ws, index) }))
    .filter(({ batches }) => batches.length > 0);
  const problem = await target.check();
  if (problem !== null) return problem;
  if (todo.length === 0) return 'none';
  const deliver = target.delivery(signal);
  const reasons: WaitReason[] = [];
  const work = async () => {
    for (let next = todo.shift(); next; next = todo.shift()) {
      reasons.push(await deliverStream(ws, deliver, next.index, next.batches, signal));
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
  deliver: Deliver,
  index: StreamIndex,
  batches: readonly IndexedBatch[],
  signal: AbortSignal,
): Promise<WaitReason> {
  const key = streamKey(index);
  for (const batch of batches) {
    if (signal.aborted) return 'none';
    const bytes = await sealedBytes(ws, index, batch);
    if (bytes === null) return 'disk-failed';
    const outcome = await deliver({ index, batch, bytes });
    if (outcome.kind === 'waits') return outcome.reason;
    if (outcome.kind === 'refused') return 'disk-failed';
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
