import type { Random } from '../../../shared/random.ts';
import type { RawRequest } from './raw-exchange.ts';
import type { Scene } from './scene.ts';

/** A request that is meant to hurt; `isHonest`: it is odd and yet to be granted. */
export interface Attack extends RawRequest {
  readonly isHonest?: boolean;
}

export type MakeAttack = (scene: Scene, random: Random) => Attack;

export const once = (bytes: Uint8Array): Attack => ({ parts: [bytes] });

/** Cuts bytes at random places, each part sent by itself. */
export function inPieces(bytes: Uint8Array, random: Random, count: number): readonly Uint8Array[] {
  const cuts = Array.from({ length: count }, () => random.whole(0, bytes.length)).toSorted(
    (a, b) => a - b,
  );
  return [...cuts, bytes.length].map((end, at) => bytes.subarray(cuts[at - 1] ?? 0, end));
}
