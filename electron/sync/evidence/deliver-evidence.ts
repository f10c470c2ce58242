import { join } from 'node:path';
import {
  LIST_INDEX,
  PIECE_BYTES,
  pieceCount,
  pieceListText,
  pieceName,
} from '#shared/evidence/pieces';
import type { WaitReason } from '#shared/ipc';
import { sha256Hex } from '../batch-tools.ts';
import { deliverFile } from '../folder/deliver-file.ts';
import { folderProblemOf } from '../folder/folder-failure.ts';
import { checkFolder } from '../folder/marker.ts';
import { sweepTemporary } from '../folder/sweep-temporary.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import type { Offer } from './offers.ts';

/** As with batches: a busy file is tried for a minute, a call that never comes back is given up. */
const PIECE_TIME_MS = 90_000;

export interface EvidenceDelivery {
  readonly ws: Workspace;
  readonly folder: string;
  readonly offer: Offer;
  readonly signal: AbortSignal;
  /** Lets what is more urgent go first; answers whether this may go on. */
  readonly mayGoOn: () => Promise<boolean>;
}

/**
 * Brings one file into the sync folder, piece by piece, each read back before the next. What is there
 * already is found by its name and costs one read. Answers why it stopped before the end, else `sent`.
 */
export async function deliverEvidence(
  delivery: EvidenceDelivery,
): Promise<WaitReason | 'sent' | 'stopped'> {
  const { ws, folder, offer, signal, mayGoOn } = delivery;
  let bytes: Uint8Array | null;
  try {
    bytes = await ws.evidence.read(offer.hash);
  } catch {
    return 'disk-failed';
  }
  // It was put aside as damaged: it waits until it is attached or arrives again.
  if (bytes === null) return 'none';
  const directory = ['v1', ws.id, 'evidence', offer.audience, offer.hash];
  try {
    for (const piece of piecesOf(bytes)) {
      if (!(await mayGoOn())) return 'stopped';
      const parts = [...directory, piece.name];
      const file = { fs: ws.fs, folder, parts, bytes: piece.bytes, signal };
      await withinTime(PIECE_TIME_MS, deliverFile(file));
      const problem = await checkFolder(ws.fs, folder, ws.id);
      if (problem !== null) return problem;
    }
    await sweepTemporary(ws.fs, join(folder, ...directory), ws.nowMs());
  } catch (error) {
    return folderProblemOf(error);
  }
  try {
    await ws.offers.noteSent(offer, folder);
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
