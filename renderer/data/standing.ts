import type { HeadEntry } from '#shared/ipc';
import { GENESIS_HASH, streamKey } from '#shared/stream/change';
import type { ChangeSource } from './change-source.ts';
import type { Cursor } from './stored.ts';

/** A stream of which the database lacks the changes after `afterSeq`. */
export interface Behind {
  readonly source: ChangeSource;
  readonly afterSeq: number;
  /** The chain hash at `afterSeq`. */
  readonly afterH: string;
  readonly lastSeq: number;
}

/** `stale`: the database holds what the streams do not say, so that only a rebuild mends it. */
export type Standing = 'stale' | readonly Behind[];

/** Holds the database against the streams, by last sequence number and chain hash. */
export function standingOf(heads: readonly HeadEntry[], cursors: readonly Cursor[]): Standing {
  const held = new Map(cursors.map((cursor) => [cursor.key, cursor]));
  const behind: Behind[] = [];
  for (const { seq, h, ...source } of heads) {
    const key = streamKey(source);
    const cursor = held.get(key);
    held.delete(key);
    const afterSeq = cursor?.seq ?? 0;
    if (afterSeq > seq || (cursor && afterSeq === seq && cursor.h !== h)) return 'stale';
    if (afterSeq < seq) {
      behind.push({ source, afterSeq, afterH: cursor?.h ?? GENESIS_HASH, lastSeq: seq });
    }
  }
  return held.size > 0 ? 'stale' : behind;
}

/** The plan first, the founder's before other managers': who may write what is known before it is asked. */
export const inImportOrder = (behind: readonly Behind[], founderKey: string): Behind[] =>
  behind.toSorted((a, b) => rank(a, founderKey) - rank(b, founderKey));

const rank = ({ source: { audience, keyId } }: Behind, founderKey: string): number => {
  if (audience === 'team') return keyId === founderKey ? 0 : 1;
  return audience === 'managers' ? 2 : 3;
};
