import type { PieceName } from '#shared/evidence/pieces';
import type { TargetProblem } from '../target.ts';
import type { Offer } from './offers.ts';

/** A piece where it lies at a target. */
export interface FoundPiece extends PieceName {
  /** What `read` takes. */
  readonly path: string;
}

/** The part of a target that holds files. Every call but `deliver` throws what the target's `problemOf` reads. */
export interface EvidencePlace {
  /** Files looked at in one round that did not come together; the others come first in the next. */
  readonly fruitlessLooks: number;
  /** Brings one piece there, durably; null when it is. `refused`: it never takes this one. Throws, too. */
  deliver(
    offer: Offer,
    piece: { readonly name: string; readonly bytes: Uint8Array },
    signal: AbortSignal,
  ): Promise<TargetProblem | 'refused' | null>;
  /** All pieces of an offer are there. */
  finish(offer: Offer): Promise<void>;
  /** Files that are there and not here, by hash, each with the places where its pieces may lie. */
  findMissing(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Where one file would lie: asked without looking what else there is. */
  placesOf(hash: string): Promise<readonly string[]>;
  piecesIn(places: readonly string[]): Promise<readonly FoundPiece[]>;
  /** A piece of at most a mebibyte; null where it cannot be had now. */
  read(path: string): Promise<Uint8Array | null>;
}
