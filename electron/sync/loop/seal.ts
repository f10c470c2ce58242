import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { decodeBatch } from '#shared/stream/batch-decode';
import { encodeBatch } from '#shared/stream/batch-encode';
import type { Change } from '#shared/stream/change';
import { readerTools, sha256Hex, writerTools } from '../batch-tools.ts';
import type { OwnHead } from '../journal/records.ts';
import type { Workspace } from '../workspace.ts';

/** Changes read for one batch while there is no target: packed they fit a file, unless they hold what gzip cannot pack. */
const READ_BYTES = 3 * 1024 * 1024;
/** What a change needs besides its fields, about. */
const CHANGE_FRAME_BYTES = 200;

/**
 * Turns everything journalled into batches in the local store. False where a part of the journal can no
 * longer be read: what comes after it cannot be sealed, the other streams are.
 */
export async function sealAll(ws: Workspace): Promise<boolean> {
  let isWhole = true;
  for (const [key, head] of ws.journal.state.streams) {
    if (!(await sealStream(ws, key, head))) isWhole = false;
  }
  await ws.store.save();
  return isWhole;
}

async function sealStream(ws: Workspace, key: string, head: OwnHead): Promise<boolean> {
  let hasRelated = false;
  const mostBytes = ws.target?.batchBytes ?? READ_BYTES;
  for (let sealed = ws.own.sealedOf(key); sealed.seq < head.seq; sealed = ws.own.sealedOf(key)) {
    const changes: Change[] = [];
    const isPassed = await ws.reader.readAfter(key, sealed, collectOneBatch(changes, mostBytes));
    if (!isPassed && !hasRelated) {
      // The journal does not pass through what was sealed: a twin of this device wrote that.
      hasRelated = true;
      await ws.relateOwn(key);
    } else if (changes.length === 0) {
      return false;
    } else if (!(await sealSome(ws, key, head, changes))) {
      return true;
    }
  }
  return true;
}

/** Takes enough for one batch: by count, or by a rough size. */
function collectOneBatch(changes: Change[], mostBytes: number): (change: Change) => boolean {
  let sizeBytes = 0;
  return (change) => {
    changes.push(change);
    sizeBytes += JSON.stringify(change.fields).length + CHANGE_FRAME_BYTES;
    return changes.length < BATCH_LIMITS.changeCount && sizeBytes < mostBytes;
  };
}

/** Seals as many of `changes` as fit one file; false where the seat's key is not at hand. */
async function sealSome(
  ws: Workspace,
  key: string,
  head: OwnHead,
  changes: readonly Change[],
): Promise<boolean> {
  const seat = ws.seats.get(head.member);
  if (seat?.key.keyId !== head.keyId) return false;
  const sealed = ws.own.sealedOf(key);
  const origin = {
    workspace: ws.id,
    audience: head.audience,
    stream: head.stream,
    epoch: head.epoch,
    member: head.member,
    keyId: head.keyId,
    prevBatch: sealed.batch,
    prevChain: sealed.h,
  };
  const tools = writerTools(seat.key);
  for (let { length } = changes; length > 0; length = Math.floor(length / 2)) {
    const file = encodeBatch(origin, changes.slice(0, length), tools);
    if (file === null) continue;
    // Nothing leaves this device that this device could not read.
    const batch = decodeBatch(file, readerTools);
    if (!batch.ok) throw new Error(`A sealed batch does not decode: ${batch.problem}.`);
    const waited = ws.store.streams.get(key)?.waiting.length ?? 0;
    await ws.store.add(file, batch);
    const last = changes[length - 1];
    if (!last) return true;
    ws.own.noteSealed(key, { seq: last.seq, h: last.h, batch: sha256Hex(file) });
    // What an older self had written behind this is in its place now: it is read from there on.
    if (ws.store.streams.get(key)?.waiting.length !== waited) await ws.relateOwn(key);
    const counts = { first: sealed.seq + 1, last: last.seq, bytes: file.length };
    ws.log.note('sealed', { ids: { stream: head.stream }, counts });
    return true;
  }
  throw new Error('One change does not fit a batch.');
}
