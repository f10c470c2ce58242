import type { Receipt } from '#shared/stream/device';
import { isProofOf, receiptFrom } from '#shared/stream/device';
import { currentProjection } from './current.ts';

/** Receipts for these streams, of every member who imported them. */
export async function receiptsFor(
  streamKeys: readonly string[],
  db = currentProjection(),
): Promise<Receipt[]> {
  if (streamKeys.length === 0) return [];
  const rows = await db.receipts.where('streamKey').anyOf(streamKeys).toArray();
  return rows.map(receiptFrom);
}

/** Every receipt, latest first: "your manager imported up to entry 1,204 today 14:02". */
export async function allReceipts(): Promise<Receipt[]> {
  const rows = await currentProjection().receipts.toArray();
  return rows.map(receiptFrom).toSorted((a, b) => b.atMs - a.atMs);
}

/** When each member's log was last imported by somebody else, in UTC milliseconds. */
export async function lastReceivedAt(): Promise<ReadonlyMap<string, number>> {
  const db = currentProjection();
  const [cursors, receipts] = await Promise.all([db.cursors.toArray(), allReceipts()]);
  const streams = new Map(cursors.map((cursor) => [cursor.key, cursor]));
  const latest = new Map<string, number>();
  for (const receipt of receipts) {
    const stream = streams.get(receipt.streamKey);
    if (!stream || !isProofOf(receipt, stream)) continue;
    latest.set(stream.memberId, Math.max(receipt.atMs, latest.get(stream.memberId) ?? 0));
  }
  return latest;
}
