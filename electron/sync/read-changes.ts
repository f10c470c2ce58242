import type { ChangeChunk, HeadEntry, IpcFailure } from '#shared/ipc';
import { IPC_LIMITS } from '#shared/ipc-parsers';
import { fail, ok, type Result } from '#shared/result';
import { changeLine } from '#shared/stream/chain';
import { type Change, streamKey } from '#shared/stream/change';
import type { Position } from './journal/read-journal.ts';
import { branchEpoch } from './own-streams.ts';
import { hashOnBranch } from './store/place-batch.ts';
import { hashInBody, linesOf, type StoredBody } from './store/store-file.ts';
import type { Branch, StreamIndex } from './store/stream-index.ts';
import type { Workspace } from './workspace.ts';

/** Every stream this device can read, each branch of a forked one as an epoch of its own. */
export function headsOf(ws: Workspace): readonly HeadEntry[] {
  const heads = [...ws.own.heads()];
  for (const [key, index] of ws.store.streams) {
    if (ws.journal.state.streams.has(key)) continue;
    const { stream, audience, member, keyId } = index;
    for (const branch of index.branches) {
      if (branch.seq === 0) continue;
      const epoch = branchEpoch(index.epoch, branch);
      const { seq, h } = branch;
      const isOwn = ws.own.isOwn(index);
      heads.push({ stream, epoch, audience, memberId: member, keyId, isOwn, seq, h });
    }
  }
  return heads;
}

/**
 * Changes after a position, as JSON lines. `projection-stale`: the stream does not pass through it.
 * `disk-failed`: what should be there can no longer be read.
 */
export async function readChunk(
  ws: Workspace,
  stream: string,
  epoch: string,
  after: Position,
): Promise<Result<ChangeChunk, IpcFailure>> {
  const [baseEpoch = ''] = epoch.split('-');
  const key = `${stream}-${baseEpoch}`;
  const index = ws.store.streams.get(key);
  const head = ws.journal.state.streams.get(key);
  const branch = head
    ? ws.own.branchOf(key, epoch)
    : (index?.branches.find((each) => branchEpoch(baseEpoch, each) === epoch) ?? null);
  if (branch && index) return await readBranch(ws, index, branch, after);
  if (!head || epoch !== head.epoch) return fail('projection-stale', 'never');
  const chunk = new ChunkOfChanges(after);
  const isPassed = await ws.reader.readAfter(key, after, (change) => chunk.take(change));
  const isHole = isPassed && chunk.count === 0 && after.seq < head.seq;
  if (isPassed && !isHole) return ok(chunk.finish(head.seq));
  // A damaged segment: the same changes lie in the store, as far as they were sealed.
  const sealed = index?.branches.find(({ seq }) => seq > after.seq);
  if (sealed && index) return await readBranch(ws, index, sealed, after);
  return isHole ? fail('disk-failed', 'never') : fail('projection-stale', 'never');
}

/** Lines up to the size of one reply. */
class ChunkOfChanges {
  count = 0;
  #at: Position;
  #lines: string[] = [];
  #sizeBytes = 0;

  constructor(after: Position) {
    this.#at = after;
  }

  /** False when the next change might not fit any more. */
  take(change: Change): boolean {
    const line = `${changeLine(change)}\n`;
    this.#lines.push(line);
    this.#sizeBytes += Buffer.byteLength(line);
    this.#at = change;
    this.count += 1;
    return this.#sizeBytes < IPC_LIMITS.readBytes - IPC_LIMITS.changeBytes;
  }

  finish(headSeq: number): ChangeChunk {
    const { seq, h } = this.#at;
    const lines = Buffer.from(this.#lines.join(''));
    return { lines, count: this.count, lastSeq: seq, lastH: h, hasMore: seq < headSeq };
  }
}

async function readBranch(
  ws: Workspace,
  index: StreamIndex,
  branch: Branch,
  after: Position,
): Promise<Result<ChangeChunk, IpcFailure>> {
  if (after.seq > branch.seq) return fail('projection-stale', 'never');
  const held = await hashOnBranch(index, branch, after.seq, ws.store.hashIn(index));
  if (held !== after.h) return fail('projection-stale', 'never');
  const parts: Uint8Array[] = [];
  let at = after;
  let size = 0;
  for (const [which, first, last] of branch.pieces) {
    if (last <= at.seq) continue;
    const batch = index.batches[which];
    const body = batch && (await ws.store.openBatch(index, batch));
    if (!body) return await unreadable(ws, index);
    const from = Math.max(first, at.seq + 1);
    const to = fitting(body, from, last, IPC_LIMITS.readBytes - size);
    if (to < from) break;
    const lines = linesOf(body, from, to);
    parts.push(lines);
    size += lines.length;
    at = { seq: to, h: hashInBody(body, to) ?? '' };
    if (to < last) break;
  }
  const lines = Buffer.concat(parts);
  const count = at.seq - after.seq;
  return ok({ lines, count, lastSeq: at.seq, lastH: at.h, hasMore: at.seq < branch.seq });
}

/** The last change up to `last` with which the lines from `from` on stay within `bytes`. */
function fitting(body: StoredBody, from: number, last: number, bytes: number): number {
  const { header, starts } = body;
  const begin = starts[from - header.first] ?? 0;
  let to = from - 1;
  while (to < last && (starts[to + 2 - header.first] ?? Infinity) - begin <= bytes) to += 1;
  return to;
}

/** Reads the stream's directory anew without the damaged file, which a pull then fetches again. */
async function unreadable(
  ws: Workspace,
  index: StreamIndex,
): Promise<Result<ChangeChunk, IpcFailure>> {
  await ws.lane.run(() => ws.rebuildStream(streamKey(index)));
  return fail('disk-failed', 'later');
}
