import type { ReceiverProblem } from '#shared/endpoint/receiver-status';
import type { ServedWorkspace } from '../receiver/receiver-store.ts';

/** What a receiver's worker is given at its start. */
export interface WorkerStart {
  /** The sync folder: batches lie in it as in any other. */
  readonly folder: string;
  /** What is the receiver's own: its key, its certificate, its notes. Nobody else reads it. */
  readonly ownDirectory: string;
  readonly served: ServedWorkspace;
  /** `0.0.0.0`, or `127.0.0.1` for this computer alone. */
  readonly host: string;
  /** Tried in their order; 0 is any that is free. */
  readonly ports: readonly number[];
  /** PEM; null: the receiver's own. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
}

export type WorkerMessage =
  | {
      readonly kind: 'listening';
      readonly port: number;
      readonly receiverKey: string;
      readonly certSha256: string;
      readonly isAnnounced: boolean;
    }
  /** The worker ends by itself after this. */
  | { readonly kind: 'failed'; readonly problem: ReceiverProblem }
  /** A batch was kept that was not there before. */
  | { readonly kind: 'arrived'; readonly member: string; readonly atMs: number }
  /** Said regularly: who is no longer heard hangs. */
  | { readonly kind: 'pulse'; readonly connectionCount: number };

/** The one thing that is said to a worker: finish what is under way, and end. */
export const STOP = 'stop';
