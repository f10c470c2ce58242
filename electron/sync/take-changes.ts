import { type ChunkPart, plainPart } from '#shared/stream/chunk-part';
import type { Position } from './journal/read-journal.ts';
import { hashInBody, linesOf, type StoredBatch, type StoredBody } from './store/store-file.ts';
import type { IndexedBatch } from './store/stream-index.ts';

/** What a reply takes out of one batch; its bytes are a view. */
export interface TakenChanges {
  readonly part: ChunkPart;
  /** The last change in it. */
  readonly at: Position;
}

/** The whole batch as it is stored; null where that cannot be had, or gives more than `maxBytes` of lines. */
export function takeWhole(
  { packed }: StoredBatch,
  { last, chain }: IndexedBatch,
  maxBytes: number,
): TakenChanges | null {
  if (packed === null || packed.rawLen > maxBytes) return null;
  return { part: packed, at: { seq: last, h: chain } };
}

/**
 * Lines of the changes `first` to `last`, as many as stay within `maxBytes`: the position is before
 * `first` where that is none. Null where the batch is damaged.
 */
export function takeLines(
  stored: StoredBatch,
  first: number,
  last: number,
  maxBytes: number,
): TakenChanges | null {
  const body = stored.open();
  if (body === null) return null;
  const to = fitting(body, first, last, maxBytes);
  const part = plainPart(linesOf(body, first, to));
  return { part, at: { seq: to, h: hashInBody(body, to) ?? '' } };
}

/** The last change up to `last` with which the lines from `from` on stay within `bytes`. */
function fitting(body: StoredBody, from: number, last: number, bytes: number): number {
  const { header, starts } = body;
  const begin = starts[from - header.first] ?? 0;
  let to = from - 1;
  while (to < last && (starts[to + 2 - header.first] ?? Infinity) - begin <= bytes) to += 1;
  return to;
}
