import type { StreamStanding, SyncPeers } from '#shared/sync-report';
import { streamKey } from '#shared/stream/change';

/** Entries of one device's log that are missing while later ones are here. */
export interface GapRow {
  readonly key: string;
  readonly stream: StreamStanding;
  readonly firstMissing: number;
  readonly lastMissing: number;
}

/** Longest first: what is missed most. */
export const gapRows = ({ streams }: SyncPeers): readonly GapRow[] =>
  streams
    .flatMap((stream) =>
      stream.gaps.map((gap) => ({
        ...gap,
        key: `${streamKey(stream)} ${gap.firstMissing}`,
        stream,
      })),
    )
    .toSorted((a, b) => countIn(b) - countIn(a));

export const countIn = ({ firstMissing, lastMissing }: GapRow): number =>
  lastMissing - firstMissing + 1;

export const forkedStreams = ({ streams }: SyncPeers): readonly StreamStanding[] =>
  streams.filter(({ branchCount }) => branchCount > 1);
