import type { EndpointReceipt, UnsignedReceipt } from '#shared/endpoint/receipt';
import type { BatchListing, PieceAddress } from '#shared/endpoint/protocol';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import type { Audience, Change } from '#shared/stream/change';
import type { Writer } from '#shared/stream/authority';

/** A workspace that a receiver serves, as its founder's app claimed it. */
export interface ServedWorkspace {
  readonly workspace: string;
  readonly name: string;
  /** The root of trust: the founder's device key, 64 hex digits. */
  readonly founderKey: string;
  readonly founderId: string;
  /** Hash of the founder's token (electron/identity/member-token.ts). */
  readonly founderTokenHash: string;
}

/**
 * A change that says who may come in: type `invite` or `member` of a `team` stream, or `device` of any
 * stream (an assistant's only stream may be its own audience's).
 */
export interface AccessChange {
  readonly writer: Writer;
  readonly stream: string;
  readonly change: Change;
}

/** A batch that was verified and may be kept: what is stored of it beside its bytes. */
export interface IncomingBatch {
  readonly file: Uint8Array;
  readonly sha256: string;
  readonly batch: VerifiedBatch;
  /** The client knows that it parts from what is there, and wants both kept. */
  readonly isForkKept: boolean;
  readonly nowMs: number;
}

export type PutOutcome =
  /** Durable. `isJoined` is false while entries before it are missing. The same batch again: the same `atMs`. */
  | { readonly kind: 'kept'; readonly isJoined: boolean; readonly atMs: number }
  /** Other bytes for the same entries are there. */
  | { readonly kind: 'fork' }
  /** The stream, by its name, belongs to another device. */
  | { readonly kind: 'foreign' };

export interface ListQuery {
  readonly workspace: string;
  /** Null for a manager, who reads everything. */
  readonly audiences: readonly Audience[] | null;
  /** From an earlier listing's `next`; null or unknown: from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

export interface KeptJoin {
  readonly workspace: string;
  readonly bytes: Uint8Array;
  readonly expiresAtMs: number;
}

/**
 * What a receiver keeps, wherever it keeps it. Every promise that writes resolves when what it wrote
 * would survive a power cut. Several receivers may use one store at once where the store says so.
 * Rejects with `StoreFullError` where there is no space, with anything else where the store is down.
 */
export interface ReceiverStore {
  /** The seed of the receiver's signing key, made at the first call. */
  keySeed(random: (count: number) => Uint8Array): Promise<Uint8Array>;

  /** `foreign` where the workspace has another founder; the same claim again is `known`. */
  claim(served: ServedWorkspace): Promise<'claimed' | 'known' | 'foreign'>;
  served(workspace: string): Promise<ServedWorkspace | null>;
  servedWorkspaces(): Promise<readonly ServedWorkspace[]>;

  /**
   * Changes to who may come in that were kept after `version`. None is ever left out; where several
   * receivers write at once some may be told again: fold them by their clocks.
   */
  accessChanges(
    workspace: string,
    afterVersion: number,
  ): Promise<{ readonly version: number; readonly changes: readonly AccessChange[] }>;

  put(incoming: IncomingBatch): Promise<PutOutcome>;
  list(query: ListQuery): Promise<BatchListing>;
  /** Null where it is not there, or in none of `audiences` (null: all). */
  read(
    workspace: string,
    sha256: string,
    audiences: readonly Audience[] | null,
  ): Promise<Uint8Array | null>;

  putPiece(address: PieceAddress, bytes: Uint8Array): Promise<void>;
  listPieces(address: Omit<PieceAddress, 'piece'>): Promise<readonly string[]>;
  readPiece(address: PieceAddress): Promise<Uint8Array | null>;

  putJoin(locator: string, join: KeptJoin): Promise<void>;
  /** Null where there is none, or it has expired. */
  readJoin(locator: string, nowMs: number): Promise<KeptJoin | null>;

  close(): Promise<void>;
}

/** There is no space left to keep anything. */
export class StoreFullError extends Error {}

/** Fills in a receipt's signature. */
export type SignReceipt = (receipt: Omit<UnsignedReceipt, 'keyId'>) => EndpointReceipt;
