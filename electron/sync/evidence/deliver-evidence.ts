import {
  LIST_INDEX,
  PIECE_BYTES,
  pieceCount,
  pieceListText,
  pieceName,
} from '#shared/evidence/pieces';
import type { WaitReason } from '#shared/ipc';
import { sha256Hex } from '../batch-tools.ts';
import type { Target } from '../target.ts';
import type { Workspace } from '../workspace.ts';
import type { Offer } from './offers.ts';

export interface EvidenceDelivery {
  readonly ws: Workspace;
  readonly target: Target;
  readonly offer: Offer;
  readonly signal: AbortSignal;
  /** Lets what is more urgent go first; answers whether this may go on. */
  readonly mayGoOn: () => Promise<boolean>;
}

/**
 * Brings one file to the target, piece by piece, each proven to be there before the next. What is there
 * already costs little. Answers why it stopped before the end, else `sent`.
 */
export async function deliverEvidence(
  delivery: EvidenceDelivery,
): Promise<WaitReason | 'sent' | 'stopped'> {
  const { ws, target, offer, signal, mayGoOn } = delivery;
  let bytes: Uint8Array | null;
  try {
    bytes = await ws.evidence.read(offer.hash);
  } catch {
    return 'disk-failed';
  }
  // It was put aside as damaged: it waits until it is attached or arrives again.
  if (bytes === null) return 'none';
  try {
    for (const piece of piecesOf(bytes)) {
      if (!(await mayGoOn())) return 'stopped';
      const problem = await target.evidence.deliver(offer, piece, signal);
      // What is wrong with one file keeps no other waiting.
      if (problem === 'refused') return 'none';
      if (problem !== null) return problem;
    }
    await target.evidence.finish(offer);
  } catch (error) {
    return target.problemOf(error);
  }
  try {
    await ws.offers.noteSent(offer, target.id);
  } catch {
    return 'disk-failed';
  }
  return 'sent';
}

/** The pieces, each cut only when its turn comes, and the list of their hashes last. */
function* piecesOf(bytes: Uint8Array): Generator<{ name: string; bytes: Uint8Array }> {
  const count = pieceCount(bytes.length);
  const hashes: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const piece = bytes.subarray((index - 1) * PIECE_BYTES, index * PIECE_BYTES);
    const sha256 = sha256Hex(piece);
    hashes.push(sha256);
    yield { name: pieceName(index, count, sha256), bytes: piece };
  }
  if (count === 1) return;
  const list = Buffer.from(pieceListText(hashes));
  yield { name: pieceName(LIST_INDEX, count, sha256Hex(list)), bytes: list };
}
