import type { WaitReason } from '#shared/ipc';
import { streamKey } from '#shared/stream/change';
import { writeDelivery } from '../delivery-file.ts';
import type { IndexedBatch, StreamIndex } from '../store/stream-index.ts';
import type { Deliver, DeliveryOutcome } from '../target.ts';
import type { Workspace } from '../workspace.ts';

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
  if (todo.length === 0) return isSomeRefused(ws) ? 'refused' : 'none';
  const deliver = target.delivery(signal);
  const reasons: WaitReason[] = [];
  const work = async () => {
    for (let next = todo.shift(); next; next = todo.shift()) {
      reasons.push(await deliverStream(ws, deliver, next.index, next.batches, signal));
    }
  };
  await Promise.all(Array.from({ length: STREAMS_AT_ONCE }, work));
  await writeDelivery(ws.fs, ws.directory, ws.delivery);
  const waits = reasons.find((reason) => reason !== 'none' && reason !== 'refused');
  return waits ?? (isSomeRefused(ws) ? 'refused' : 'none');
}

const isSomeRefused = ({ held }: Workspace): boolean => [...held.values()].includes('refused');

/** A stream with branches is looked at whole: where its sent entries end says nothing about its other branches. */
function unsentOf(ws: Workspace, index: StreamIndex): readonly IndexedBatch[] {
  const { sent, kept } = ws.delivery;
  const sentSeq = sent.get(streamKey(index))?.seq ?? 0;
  return index.batches
    .filter(
      ({ last, sha256 }) =>
        !kept.has(sha256) &&
        ws.held.get(sha256) !== 'refused' &&
        (last > sentSeq || index.branches.length > 1),
    )
    .toSorted((a, b) => a.first - b.first || b.last - a.last);
}

async function deliverStream(
  ws: Workspace,
  deliver: Deliver,
  index: StreamIndex,
  batches: readonly IndexedBatch[],
  signal: AbortSignal,
): Promise<WaitReason> {
  let reason: WaitReason = 'none';
  for (const batch of batches) {
    if (signal.aborted) return reason;
    if (isCovered(ws, index, batch)) continue;
    const bytes = await sealedBytes(ws, index, batch);
    const outcome: DeliveryOutcome =
      bytes === null
        ? { kind: 'waits', reason: 'disk-failed' }
        : await deliver({ index, batch, bytes });
    noteOutcome(ws, index, batch, outcome);
    if (outcome.kind === 'waits') return outcome.reason;
    // One that is not taken keeps no other waiting.
    if (outcome.kind === 'refused') reason = 'refused';
  }
  return reason;
}

/** Halves of a batch that was too large once, where the whole has gone meanwhile, and the other way round. */
const isCovered = ({ delivery }: Workspace, index: StreamIndex, { last }: IndexedBatch): boolean =>
  index.branches.length === 1 && last <= (delivery.sent.get(streamKey(index))?.seq ?? 0);

function noteOutcome(
  ws: Workspace,
  index: StreamIndex,
  batch: IndexedBatch,
  outcome: DeliveryOutcome,
): void {
  const ids = { stream: index.stream, batch: batch.sha256 };
  if (outcome.kind === 'sent') {
    ws.held.delete(batch.sha256);
    noteSent(ws, index, batch);
    ws.log.note('sent', { ids, counts: { first: batch.first, last: batch.last } });
  } else {
    const reason = outcome.kind === 'waits' ? outcome.reason : 'refused';
    ws.held.set(batch.sha256, reason);
    ws.log.note('item-waits', { ids, reason: outcome.kind === 'waits' ? reason : outcome.problem });
  }
  ws.touch();
}

/** What counts as sent has no hole: what lies beyond one is remembered until it is filled. */
function noteSent({ delivery, nowMs }: Workspace, index: StreamIndex, batch: IndexedBatch): void {
  const key = streamKey(index);
  delivery.kept.add(batch.sha256);
  delivery.lastSentAtMs = nowMs();
  let sentSeq = delivery.sent.get(key)?.seq ?? 0;
  const isNext = ({ sha256, first, last }: IndexedBatch): boolean =>
    delivery.kept.has(sha256) && first <= sentSeq + 1 && last > sentSeq;
  for (let next = index.batches.find(isNext); next; next = index.batches.find(isNext)) {
    sentSeq = next.last;
    delivery.sent.set(key, { seq: next.last, h: next.chain });
  }
  if (index.branches.length > 1) return;
  for (const { last, sha256 } of index.batches) if (last <= sentSeq) delivery.kept.delete(sha256);
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
