import type { WaitReason } from '#shared/ipc';
import type { BatchProblem } from '#shared/ipc-failures';
import type { Backoff } from './retry.ts';
import type { EvidencePlace } from './evidence/evidence-place.ts';
import type { PullCount } from './pull-count.ts';
import type { IndexedBatch, StreamIndex } from './store/stream-index.ts';

/** Why a target cannot be used now. */
export type TargetProblem = Exclude<WaitReason, 'none' | 'no-folder' | 'refused' | 'disk-failed'>;

/** A batch as it was sealed, with the stream it is of. */
export interface SealedBatch {
  readonly index: StreamIndex;
  readonly batch: IndexedBatch;
  readonly bytes: Uint8Array;
}

export type DeliveryOutcome =
  /** It is there: read back, or receipted. */
  | { readonly kind: 'sent' }
  /** Nothing of its stream can go now. */
  | { readonly kind: 'waits'; readonly reason: WaitReason }
  /** The target takes this one never, or not as it is; what follows it may go. */
  | { readonly kind: 'refused'; readonly problem: BatchProblem };

export type Deliver = (sealed: SealedBatch) => Promise<DeliveryOutcome>;

/** Where a workspace's batches and files go, and where others' come from. It only ever gains files. */
export interface Target {
  readonly kind: 'folder' | 'endpoint';
  /** What was sent is remembered by this: another target starts fresh. */
  readonly id: string;
  /** What a person knows it by. */
  readonly label: string;
  readonly isEncrypted: boolean;
  readonly evidence: EvidencePlace;
  /** Unpacked size at which a batch is closed. */
  readonly batchBytes: number;
  readonly backoff: Backoff;
  /** How long it asked to be left alone, from now. */
  readonly waitMs: number;
  /** Somebody asks for it: it is tried now, whatever was to be waited for. */
  wake(): void;
  close(): void;
  /** Null where it answers and is this workspace's. */
  check(): Promise<TargetProblem | null>;
  /** Begins a round of sending. */
  delivery(signal: AbortSignal): Deliver;
  /** Takes in what is new and sound. Throws what `problemOf` reads, or a failure of this computer's disk. */
  pull(): Promise<PullCount>;
  /** What a failed call of `pull` or `evidence` says about the target. */
  problemOf(error: unknown): TargetProblem;
}
