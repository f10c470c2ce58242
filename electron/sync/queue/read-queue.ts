import { streamKey } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';
import type { QueueItem, RefusedFile, SyncQueue } from '#shared/sync-report';
import { hashText } from '../batch-tools.ts';
import type { OwnHead } from '../journal/records.ts';
import type { IndexedBatch, StreamIndex } from '../store/stream-index.ts';
import type { Workspace } from '../workspace.ts';

/** Everything that is not sent, item by item, and every file that was not taken. */
export async function readQueue(ws: Workspace): Promise<SyncQueue> {
  const items: QueueItem[] = [];
  for (const index of ws.store.streams.values()) {
    if (ws.own.isOwn(index)) items.push(...unsentIn(ws, index));
  }
  for (const [key, head] of ws.journal.state.streams) {
    const item = await unsealedItem(ws, key, head);
    if (item) items.push(item);
  }
  return {
    items: items.toSorted((a, b) => a.writtenAtMs - b.writtenAtMs || a.first - b.first),
    refused: [...ws.rejected].map(([path, rejected]) => refusedFile(ws, path, rejected)),
  };
}

export const batchKey = ({ sha256 }: Pick<IndexedBatch, 'sha256'>): string => `b-${sha256}`;
const unsealedKey = (key: string, first: number): string => `u-${key}-${first}`;

/** What `unsealedKey` made; null where it is no such key. */
export function unsealedIn(
  key: string,
): { readonly stream: string; readonly first: number } | null {
  const [, stream, first] = /^u-([0-9a-f]{32}-[0-9a-f]{8})-(\d{1,12})$/.exec(key) ?? [];
  return stream === undefined ? null : { stream, first: Number(first) };
}

/** The window names a file by this: where it lies is main's to know. */
export const refusedKey = (path: string): string => `f-${hashText(path).slice(0, 32)}`;

function unsentIn(ws: Workspace, index: StreamIndex): readonly QueueItem[] {
  const { sent, kept } = ws.delivery;
  const sentSeq = sent.get(streamKey(index))?.seq ?? 0;
  return index.batches
    .filter(({ last, sha256 }) => last > sentSeq && !kept.has(sha256))
    .map((batch) => ({
      ...placeOf(index),
      key: batchKey(batch),
      isSealed: true,
      first: batch.first,
      last: batch.last,
      writtenAtMs: pastOf(ws, batch.lastHlc),
      problem: ws.held.get(batch.sha256) ?? null,
    }));
}

async function unsealedItem(
  ws: Workspace,
  key: string,
  { seq, ...head }: OwnHead,
): Promise<QueueItem | null> {
  const sealed = ws.own.sealedOf(key);
  if (sealed.seq >= seq) return null;
  const writtenAtMs = await ws.written.after(ws, key, sealed, 'unsealed ');
  const first = sealed.seq + 1;
  const place = placeOf(head);
  return {
    ...place,
    key: unsealedKey(key, first),
    isSealed: false,
    first,
    last: seq,
    writtenAtMs,
    problem: null,
  };
}

function placeOf({
  stream,
  epoch,
  audience,
  member,
}: Pick<OwnHead, 'stream' | 'epoch' | 'audience' | 'member'>) {
  return { stream, epoch, audience, memberId: member };
}

/** A clock that ran ahead would make an entry younger than it can be. */
const pastOf = (ws: Workspace, hlc: string): number =>
  Math.min(ws.nowMs(), parseHlc(hlc)?.ms ?? ws.nowMs());

/** A file's place names its stream: `…/<stream>-<epoch>/<yyyymm>/<name>`. */
const STREAM_DIRECTORY = /[\\/]([0-9a-f]{32})-[0-9a-f]{8}[^\\/]*[\\/]/;

function refusedFile(
  ws: Workspace,
  path: string,
  { name, problem, seenAtMs }: Pick<RefusedFile, 'name' | 'problem' | 'seenAtMs'>,
): RefusedFile {
  const stream = STREAM_DIRECTORY.exec(path)?.[1];
  const index = [...ws.store.streams.values()].find((each) => each.stream === stream);
  return {
    key: refusedKey(path),
    name,
    problem,
    seenAtMs,
    memberId: index?.member ?? null,
    keyId: index?.keyId ?? null,
  };
}
