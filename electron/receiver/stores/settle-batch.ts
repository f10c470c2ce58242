import { type HashInBatch, placeBatch, placeWaiting } from '../../sync/store/place-batch.ts';
import type { Branch, IndexedBatch, StreamIndex } from '../../sync/store/stream-index.ts';

export interface Settled {
  /** `fork`: other bytes for entries that are there, and it was not to be kept beside them. Nothing changed. */
  readonly kind: 'joined' | 'waiting' | 'fork';
  /** Batches that waited for this one and hang together with the rest now. */
  readonly freed: readonly IndexedBatch[];
  /** Takes the batch out again: keeping it failed. Only before anything else is settled in the index. */
  readonly undo: () => void;
}

/**
 * Finds a new batch's place among those of its stream. The chain's hashes alone decide: the same entries
 * cut into other batches join, other entries under the same numbers are a fork.
 */
export async function settleBatch(
  index: StreamIndex,
  batch: IndexedBatch,
  hashIn: HashInBatch,
  isForkKept: boolean,
): Promise<Settled> {
  const undo = remember(index);
  const waited = index.waiting;
  const which = index.batches.push(batch) - 1;
  const placement = await placeBatch(index, which, hashIn);
  const isFork =
    placement === 'forked' ||
    (placement === 'waiting' && (await contradicts(index, which, hashIn)));
  if (isFork && !isForkKept) {
    undo();
    return { kind: 'fork', freed: [], undo };
  }
  if (placement === 'waiting') return { kind: 'waiting', freed: [], undo };
  await placeWaiting(index, hashIn);
  const freed = waited
    .filter((each) => !index.waiting.includes(each))
    .flatMap((each) => index.batches[each] ?? []);
  return { kind: 'joined', freed, undo };
}

/** Whether a batch that follows no branch speaks of entries that another batch tells otherwise. */
async function contradicts(
  index: StreamIndex,
  which: number,
  hashIn: HashInBatch,
): Promise<boolean> {
  const batch = index.batches[which];
  if (!batch) return false;
  if (index.branches.some(({ seq }) => seq >= batch.first)) return true;
  for (const each of index.waiting) {
    const other = index.batches[each];
    if (!other || other === batch || other.last < batch.first || batch.last < other.first) continue;
    const end = Math.min(other.last, batch.last);
    if ((await hashAt(other, end, hashIn)) !== (await hashAt(batch, end, hashIn))) return true;
  }
  return false;
}

const hashAt = async (
  batch: IndexedBatch,
  seq: number,
  hashIn: HashInBatch,
): Promise<string | null> => (seq === batch.last ? batch.chain : await hashIn(batch, seq));

/** Placing only ever adds to the index, except to the ends of its branches. */
function remember(index: StreamIndex): () => void {
  const batchCount = index.batches.length;
  const waiting = [...index.waiting];
  const branches = index.branches.map((branch): [Branch, number, string, number] => [
    branch,
    branch.seq,
    branch.h,
    branch.pieces.length,
  ]);
  return () => {
    index.batches.length = batchCount;
    index.waiting = waiting;
    index.branches.length = branches.length;
    for (const [branch, seq, h, pieceCount] of branches) {
      branch.seq = seq;
      branch.h = h;
      branch.pieces.length = pieceCount;
    }
  };
}
