import type { ChangeChunk, HeadEntry, IpcFailure } from '#shared/ipc';
import { IPC_LIMITS } from '#shared/ipc-parsers';
import { fail, ok, type Result } from '#shared/result';
import { changeLine } from '#shared/stream/chain';
import { type Change, streamKey } from '#shared/stream/change';
import { type ChunkPart, plainPart } from '#shared/stream/chunk-part';
import type { Position } from './journal/read-journal.ts';
import { branchEpoch } from './own-streams.ts';
import { sentParts } from './sent-parts.ts';
import { hashOnBranch } from './store/place-batch.ts';
import type { Branch, StreamIndex } from './store/stream-index.ts';
import { takeLines, takeWhole } from './take-changes.ts';
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
 * Changes after a position: batches that are wanted whole as they are stored, the others as lines;
 * `isPlain` says that all come as lines. `projection-stale`: the stream does not pass through the
 * position. `disk-failed`: what should be there can no longer be read.
 */
export async function readChunk(
  ws: Workspace,
  stream: string,
  epoch: string,
  after: Position,
  isPlain = false,
): Promise<Result<ChangeChunk, IpcFailure>> {
  const [baseEpoch = ''] = epoch.split('-');
  const key = `${stream}-${baseEpoch}`;
  const index = ws.store.streams.get(key);
  const head = ws.journal.state.streams.get(key);
  const branch = head
    ? ws.own.branchOf(key, epoch)
    : (index?.branches.find((each) => branchEpoch(baseEpoch, each) === epoch) ?? null);
  if (branch && index) return await readBranch(ws, index, branch, after, isPlain);
  if (!head || epoch !== head.epoch) return fail('projection-stale', 'never');
  const chunk = new ChunkOfChanges(after);
  const isPassed = await ws.reader.readAfter(key, after, (change) => chunk.take(change));
  const isHole = isPassed && chunk.count === 0 && after.seq < head.seq;
  if (isPassed && !isHole) return ok(chunk.finish(head.seq));
  // A damaged segment: the same changes lie in the store, as far as they were sealed.
  const sealed = index?.branches.find(({ seq }) => seq > after.seq);
  if (sealed && index) return await readBranch(ws, index, sealed, after, isPlain);
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
    const parts = sentParts(this.count > 0 ? [plainPart(lines)] : []);
    return { parts, count: this.count, lastSeq: seq, lastH: h, hasMore: seq < headSeq };
  }
}

async function readBranch(
  ws: Workspace,
  index: StreamIndex,
  branch: Branch,
  after: Position,
  isPlain: boolean,
): Promise<Result<ChangeChunk, IpcFailure>> {
  if (after.seq > branch.seq) return fail('projection-stale', 'never');
  const held = await hashOnBranch(index, branch, after.seq, ws.store.hashIn(index));
  if (held !== after.h) return fail('projection-stale', 'never');
  const parts: ChunkPart[] = [];
  let at = after;
  let size = 0;
  for (const [which, first, last] of branch.pieces) {
    if (last <= at.seq) continue;
    const batch = index.batches[which];
    const stored = batch && (await ws.store.readBatch(index, batch));
    const from = Math.max(first, at.seq + 1);
    const bytesLeft = IPC_LIMITS.readBytes - size;
    const isWhole = !isPlain && from === batch?.first && last === batch.last;
    const whole = isWhole && stored ? takeWhole(stored, batch, bytesLeft) : null;
    const taken = whole ?? (stored && takeLines(stored, from, last, bytesLeft));
    if (!taken) return await unreadable(ws, index);
    if (taken.at.seq < from) break;
    parts.push(taken.part);
    size += taken.part.rawLen;
    at = taken.at;
    if (at.seq < last) break;
  }
  const count = at.seq - after.seq;
  const hasMore = at.seq < branch.seq;
  return ok({ parts: sentParts(parts), count, lastSeq: at.seq, lastH: at.h, hasMore });
}

/** Reads the stream's directory anew without the damaged file, which a pull then fetches again. */
async function unreadable(
  ws: Workspace,
  index: StreamIndex,
): Promise<Result<ChangeChunk, IpcFailure>> {
  await ws.lane.run(() => ws.rebuildStream(streamKey(index)));
  return fail('disk-failed', 'later');
}
