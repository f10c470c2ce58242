import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { acceptBatch } from '../accept.ts';
import { writeDelivery } from '../delivery-file.ts';
import { PullCount } from '../pull-count.ts';
import type { Workspace } from '../workspace.ts';
import { EndpointError } from './endpoint-error.ts';
import type { Listed } from './listing.ts';
import type { ReceiverClient } from './receiver-client.ts';
import { keepRefused, nameRefused, refusedPath, retryRefused } from './refused-batches.ts';

/** Batches fetched side by side: on a slow line the answers' way is what takes the time. */
const FETCHED_AT_ONCE = 4;
/** Of what a receiver listed and did not give, so many are asked for again at each look. */
const ASKED_AGAIN = 20;
/** More than these listed and not given is no receiver that lost a few. */
const MOST_MISSING = 5_000;
/** So many pages at one look: what is to be sent has its turn, and the next look goes on from there. */
const MOST_PAGES = 200;

/**
 * Takes in what the receiver has that this device has not, from where the last look ended. What cannot be
 * had or is not sound is named and tried again; it keeps nothing else waiting.
 */
export async function pullBatches(
  ws: Workspace,
  client: ReceiverClient,
  signal: AbortSignal,
): Promise<PullCount> {
  const count = new PullCount();
  await retryRefused(ws, count);
  const take = (items: readonly Listed[]) => takeListed(ws, client, items, count, signal);
  await take([...ws.delivery.missing.values()].slice(0, ASKED_AGAIN));
  const seen = new Set<string>();
  for (let hasMore = true, pages = 0; hasMore && pages < MOST_PAGES; pages += 1) {
    const after = ws.delivery.cursor;
    const listing = await client.listBatches(ws.id, after, signal);
    const wanted = unknownOf(ws, listing.items, count);
    await take(wanted);
    await ws.store.save();
    if (count.unannounced > 0) count.announce(ws);
    ws.delivery.cursor = listing.next;
    // After what it leads past is in the store, never before.
    if (listing.next !== after) await writeDelivery(ws.fs, ws.directory, ws.delivery);
    ({ hasMore } = listing);
    if (hasMore && seen.has(listing.next)) throw new EndpointError('not-outlog');
    seen.add(listing.next);
  }
  count.rejected.push(...ws.rejected.values());
  return count;
}

/** What this seat may read and has not, and has not put aside. */
function unknownOf(ws: Workspace, items: readonly Listed[], count: PullCount): readonly Listed[] {
  if (items.length === 0) return [];
  const known = new Set<string>();
  for (const { batches } of ws.store.streams.values()) {
    for (const { sha256 } of batches) known.add(sha256);
  }
  return items.filter((item) => {
    if (!ws.canRead(item.audience) || ws.seenFiles.has(refusedPath(ws, item))) return false;
    const isKnown = known.has(item.sha256);
    const isOwn = ws.journal.state.streams.has(`${item.stream}-${item.epoch}`);
    if (isKnown && !isOwn) count.knownBatches += 1;
    return !isKnown;
  });
}

async function takeListed(
  ws: Workspace,
  client: ReceiverClient,
  items: readonly Listed[],
  count: PullCount,
  signal: AbortSignal,
): Promise<void> {
  ws.unreadCount = items.reduce((sum, item) => sum + countOf(item), 0);
  for (let at = 0; at < items.length; at += FETCHED_AT_ONCE) {
    const some = items.slice(at, at + FETCHED_AT_ONCE);
    const files = await Promise.all(
      some.map(({ sha256 }) => client.getBatch(ws.id, sha256, signal)),
    );
    for (const [i, item] of some.entries()) {
      await takeOne(ws, item, files[i] ?? null, count);
      ws.unreadCount -= countOf(item);
    }
    count.announceSome(ws);
  }
}

/** No receiver's word is taken for more than a batch can hold. */
const countOf = ({ count }: Listed): number => Math.min(count, BATCH_LIMITS.changeCount);

async function takeOne(
  ws: Workspace,
  item: Listed,
  bytes: Uint8Array | null,
  count: PullCount,
): Promise<void> {
  const path = refusedPath(ws, item);
  if (bytes === null) {
    const { missing } = ws.delivery;
    // To the end: those that were not asked for this time are the next.
    missing.delete(item.sha256);
    if (missing.size >= MOST_MISSING) throw new EndpointError('not-outlog');
    missing.set(item.sha256, item);
    nameRefused(ws, item, 'batch-unreadable');
    return;
  }
  const acceptance = await acceptBatch(ws, bytes);
  count.add(acceptance);
  ws.delivery.missing.delete(item.sha256);
  if (acceptance.kind === 'rejected') await keepRefused(ws, item, bytes, acceptance.problem);
  else ws.rejected.delete(path);
}
