import { GENESIS_HASH } from '#shared/stream/change';
import type { Branch, IndexedBatch, StreamIndex } from './stream-index.ts';

/** `h` of the change `seq` inside a batch of the stream, read from its file. */
export type HashInBatch = (batch: IndexedBatch, seq: number) => Promise<string | null>;

export type Placement = 'extended' | 'known' | 'waiting' | 'forked';

/**
 * Finds where the batch `which` of the index belongs: behind a branch's end, inside what is known, off a branch as a
 * fork, or nowhere yet. Batches may overlap (a device that re-sealed after a restore); the chain hashes
 * alone decide, so the result does not depend on how changes were cut into batches.
 */
export async function placeBatch(
  index: StreamIndex,
  which: number,
  hashIn: HashInBatch,
): Promise<Placement> {
  const batch = index.batches[which];
  if (!batch) return 'known';
  for (const branch of index.branches) {
    if (batch.first === branch.seq + 1 && batch.prevChain === branch.h) {
      extend(branch, which, batch, batch.first);
      return 'extended';
    }
  }
  for (const branch of index.branches) {
    const overlap = await overlapWith(index, branch, batch, hashIn);
    if (overlap === 'inside') return 'known';
    if (overlap === 'beyond') {
      extend(branch, which, batch, branch.seq + 1);
      return 'extended';
    }
  }
  for (const branch of index.branches) {
    const base = batch.first - 1;
    if (base >= branch.seq) continue;
    if ((await hashOnBranch(index, branch, base, hashIn)) !== batch.prevChain) continue;
    fork(index, branch, which, batch);
    return 'forked';
  }
  index.waiting.push(which);
  return 'waiting';
}

/** Places what waited, as long as that brings something; answers those that turned out to be forks. */
export async function placeWaiting(
  index: StreamIndex,
  hashIn: HashInBatch,
): Promise<readonly IndexedBatch[]> {
  const forked: IndexedBatch[] = [];
  for (let isMoving = true; isMoving && index.waiting.length > 0;) {
    const candidates = index.waiting.toSorted((a, b) => firstOf(index, a) - firstOf(index, b));
    index.waiting = [];
    for (const which of candidates) {
      const placement = await placeBatch(index, which, hashIn);
      const batch = index.batches[which];
      if (placement === 'forked' && batch) forked.push(batch);
    }
    isMoving = index.waiting.length < candidates.length;
  }
  return forked;
}

const firstOf = (index: StreamIndex, which: number): number => index.batches[which]?.first ?? 0;

/** The chain hash at `seq` of a branch; null where it does not reach that far. */
export async function hashOnBranch(
  index: StreamIndex,
  branch: Branch,
  seq: number,
  hashIn: HashInBatch,
): Promise<string | null> {
  if (seq === 0) return GENESIS_HASH;
  if (seq === branch.seq) return branch.h;
  const piece = branch.pieces.findLast(([, first, last]) => first <= seq && seq <= last);
  const batch = piece && index.batches[piece[0]];
  if (!batch) return null;
  return seq === batch.last ? batch.chain : await hashIn(batch, seq);
}

async function overlapWith(
  index: StreamIndex,
  branch: Branch,
  batch: IndexedBatch,
  hashIn: HashInBatch,
): Promise<'inside' | 'beyond' | null> {
  if (batch.last <= branch.seq) {
    const held = await hashOnBranch(index, branch, batch.last, hashIn);
    return held === batch.chain ? 'inside' : null;
  }
  if (batch.first > branch.seq || branch.seq === 0) return null;
  return (await hashIn(batch, branch.seq)) === branch.h ? 'beyond' : null;
}

function extend(branch: Branch, which: number, batch: IndexedBatch, from: number): void {
  branch.pieces.push([which, from, batch.last]);
  branch.seq = batch.last;
  branch.h = batch.chain;
}

function fork(index: StreamIndex, parent: Branch, which: number, batch: IndexedBatch): void {
  const shared = parent.pieces
    .filter(([, first]) => first < batch.first)
    .map(([each, first, last]): [number, number, number] => [
      each,
      first,
      Math.min(last, batch.first - 1),
    ]);
  const branch = { mark: batch.chain.slice(0, 8), seq: 0, h: '', pieces: shared };
  index.branches.push(branch);
  extend(branch, which, batch, batch.first);
}
