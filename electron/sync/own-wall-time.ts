import { objectIn } from '#shared/stream/batch-header';
import { parseHlc } from '#shared/stream/clock';
import { linesOf } from './store/store-file.ts';
import type { Workspace } from './workspace.ts';

/**
 * When a sealed entry of an own stream was written, or one shortly before it in the same batch, by this
 * computer's own clock; UTC ms. Null where no such entry has its time from that clock.
 */
export async function ownWallTime(
  { store, own }: Workspace,
  streamKey: string,
  seq: number,
): Promise<number | null> {
  const index = store.streams.get(streamKey);
  const batch = index?.batches.find(({ first, last }) => first <= seq && seq <= last);
  if (!index || !batch || !own.isOwn(index)) return null;
  const body = await store.openBatch(index, batch);
  if (body === null) return null;
  for (let at = seq; at >= batch.first; at -= 1) {
    const line = objectIn(Buffer.from(linesOf(body, at, at)).toString('utf8'));
    const clock = typeof line?.['hlc'] === 'string' ? parseHlc(line['hlc']) : null;
    if (clock?.counter === 0) return clock.ms;
  }
  return null;
}
