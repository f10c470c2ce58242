import { decodeBatch } from '#shared/stream/batch-decode';
import { encodeBatch } from '#shared/stream/batch-encode';
import { streamKey } from '#shared/stream/change';
import { readerTools, sha256Hex, writerTools } from '../batch-tools.ts';
import type { SealedBatch } from '../target.ts';
import type { Workspace } from '../workspace.ts';

/**
 * The same changes in two batches, for a receiver that takes only smaller ones; null where there is
 * nothing to split, or the key to sign with is not at hand. What was sealed stays: readers tell by the
 * chain that both say the same. The same batch always gives the same halves, so that a try that was
 * cut off is gone on with.
 */
export async function splitBatch(
  ws: Workspace,
  { bytes }: SealedBatch,
): Promise<readonly SealedBatch[] | null> {
  const batch = decodeBatch(bytes, readerTools);
  if (!batch.ok || batch.changes.length < 2) return null;
  const { header, changes } = batch;
  const seat = ws.seats.get(header.member);
  if (seat?.key.keyId !== header.keyId) return null;
  const middle = Math.ceil(changes.length / 2);
  const halves: SealedBatch[] = [];
  let { prevBatch, prevChain } = header;
  for (const part of [changes.slice(0, middle), changes.slice(middle)]) {
    const origin = { ...header, prevBatch, prevChain };
    const file = encodeBatch(origin, part, writerTools(seat.key));
    const sealed = file && (await keep(ws, file));
    if (!file || !sealed) return null;
    halves.push(sealed);
    prevBatch = sha256Hex(file);
    prevChain = part.at(-1)?.h ?? prevChain;
  }
  return halves;
}

/** In the store, too: it is known again when the receiver lists it. */
async function keep(ws: Workspace, file: Uint8Array): Promise<SealedBatch | null> {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) return null;
  await ws.store.add(file, batch);
  const index = ws.store.streams.get(streamKey(batch.header));
  const sha256 = sha256Hex(file);
  const indexed = index?.batches.find((each) => each.sha256 === sha256);
  return index && indexed ? { index, batch: indexed, bytes: file } : null;
}
