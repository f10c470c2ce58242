import type { WaitReason } from './ipc.ts';
import type { BatchProblem } from './ipc-failures.ts';
import type { Audience } from './stream/change.ts';

/** What the Sync screen shows beyond the status: read when it is looked at, not pushed. */

/** An own batch that is not sent yet, or the end of an own stream that is not sealed into one. */
export interface QueueItem {
  /** `b-<sha256>` of a sealed batch, `u-<stream>-<epoch>-<first>` of what is not sealed. */
  readonly key: string;
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  readonly isSealed: boolean;
  readonly first: number;
  readonly last: number;
  /** When its first entry was written, where that can be told cheaply, else its last; UTC ms. */
  readonly writtenAtMs: number;
  /** Why its own last try failed; null where it waits its turn or for what everything waits for. */
  readonly problem: WaitReason | null;
}

/** A file of somebody's that was not taken, where it lies. It is never moved or deleted. */
export interface RefusedFile {
  /** `f-` and 32 hex digits. */
  readonly key: string;
  readonly name: string;
  readonly problem: BatchProblem;
  readonly seenAtMs: number;
  /** Whose log its place says it belongs to; null where that cannot be told. */
  readonly memberId: string | null;
  readonly keyId: string | null;
}

export interface SyncQueue {
  /** Oldest first in each stream. */
  readonly items: readonly QueueItem[];
  readonly refused: readonly RefusedFile[];
}

/** Where a stream of somebody stands here. */
export interface StreamStanding {
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  readonly keyId: string;
  readonly isOwn: boolean;
  /** Known here without a hole up to. */
  readonly seq: number;
  /** The clock in its latest entry; null where none is known. */
  readonly lastWrittenAtMs: number | null;
  /** Entries that are missing while later ones have arrived. */
  readonly gaps: readonly { readonly firstMissing: number; readonly lastMissing: number }[];
  /** More than one: a copied or restored device wrote on in two ways, and both are kept. */
  readonly branchCount: number;
}

/**
 * How far a device's clock is ahead of this computer's, as far as what arrived can tell: what it wrote
 * was written before it arrived, and after what it had read. Negative is behind; null is not known.
 */
export interface ClockOffset {
  readonly atLeastMs: number | null;
  readonly atMostMs: number | null;
}

export interface DeviceStanding {
  readonly keyId: string;
  /** When something new of it last arrived here, by this computer's clock. */
  readonly heardAtMs: number | null;
  readonly offset: ClockOffset;
}

export interface SyncPeers {
  readonly streams: readonly StreamStanding[];
  readonly devices: readonly DeviceStanding[];
  /** The receiver's clock against ours; null without a receiver, or before it answered. */
  readonly receiverOffset: ClockOffset | null;
  /** Free on the disk that holds the journal; null where the system does not say. */
  readonly freeBytes: number | null;
}
