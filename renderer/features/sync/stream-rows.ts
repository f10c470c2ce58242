import type { HeadEntry, SyncStatus } from '#shared/ipc';
import type { Audience } from '#shared/stream/change';
import { streamKey } from '#shared/stream/change';

/** One device's log for one group of readers, and how far it is known. */
export interface StreamRow {
  readonly key: string;
  readonly stream: string;
  readonly epoch: string;
  readonly memberId: string;
  readonly audience: Audience;
  readonly isOwn: boolean;
  /** Known here up to. */
  readonly seq: number;
  /** In the folder up to; null for others' logs. */
  readonly sentSeq: number | null;
  readonly hasGap: boolean;
  readonly isAccepted: boolean;
}

/** Own logs first, then others' by their length. */
export function streamRows(
  sync: SyncStatus,
  heads: readonly HeadEntry[],
  unaccepted: ReadonlySet<string>,
): readonly StreamRow[] {
  const own = sync.own.map((each): StreamRow => ({
    ...each,
    key: streamKey(each),
    isOwn: true,
    seq: each.savedSeq,
    hasGap: false,
    isAccepted: true,
  }));
  const others = heads
    .filter(({ isOwn }) => !isOwn)
    .map((head): StreamRow => {
      const key = streamKey(head);
      return {
        ...head,
        key,
        sentSeq: null,
        hasGap: sync.gaps.some(({ stream }) => stream === head.stream || stream === key),
        isAccepted: !unaccepted.has(key),
      };
    })
    .toSorted((a, b) => b.seq - a.seq);
  return [...own, ...others];
}
