import {
  hash16Of,
  LIST_INDEX,
  parsePieceList,
  PIECE_BYTES,
  type PieceName,
} from '#shared/evidence/pieces';
import { sha256Hex } from '../batch-tools.ts';
import { digestOf } from './digest.ts';
import type { FoundPiece } from './evidence-place.ts';

/** How many files of one name are looked at: copies that a sync tool made, and their like. */
const MOST_COPIES = 8;

/** Reads a piece of at most a mebibyte; null where it cannot be had now. */
export type ReadPiece = (path: string) => Promise<Uint8Array | null>;

export interface Arrival {
  readonly arrivedCount: number;
  readonly pieceCount: number;
}

/** How many different places of the whole are there; of several counts the one that is furthest. */
export function arrivalOf(pieces: readonly FoundPiece[]): Arrival | null {
  const placesByCount = new Map<number, Set<number>>();
  for (const { count, index } of pieces) {
    const places = placesByCount.get(count) ?? new Set();
    if (index !== LIST_INDEX) places.add(index);
    placesByCount.set(count, places);
  }
  let furthest: Arrival | null = null;
  for (const [pieceCount, { size }] of placesByCount) {
    const isFurther = furthest === null || size / pieceCount > share(furthest);
    if (isFurther) furthest = { arrivedCount: size, pieceCount };
  }
  return furthest;
}

const share = ({ arrivedCount, pieceCount }: Arrival): number => arrivedCount / pieceCount;

/**
 * Puts a file together from what lies at the target; null while it cannot be. Wrong pieces do no harm: a
 * piece is taken only if a list names its hash, each list is tried on its own, and the whole must have
 * the hash it was asked by.
 * @param refused hashes of lists that led to other bytes: tried once, and noted here
 */
export async function assemble(
  hash: string,
  pieces: readonly FoundPiece[],
  read: ReadPiece,
  refused: Set<string>,
): Promise<Uint8Array | null> {
  const single = await pieceBytes(pieces, 1, 1, hash, read);
  if (single !== null) return single;
  for (const list of pieces.filter(({ index, count }) => index === LIST_INDEX && count > 1)) {
    const listBytes = await read(list.path);
    const listHash = listBytes && sha256Hex(listBytes);
    if (!listBytes || !listHash || refused.has(listHash)) continue;
    const hashes = parsePieceList(Buffer.from(listBytes).toString('latin1'), list.count);
    if (hash16Of(listHash) !== list.hash16 || hashes === null) continue;
    const bytes = await allOf(pieces, hashes, read);
    if (bytes === null) continue;
    if ((await digestOf(bytes)) === hash) return bytes;
    refused.add(listHash);
  }
  return null;
}

async function allOf(
  pieces: readonly FoundPiece[],
  hashes: readonly string[],
  read: ReadPiece,
): Promise<Uint8Array | null> {
  // Asked by the names alone first: nothing is read for what has not arrived.
  const names = new Set(pieces.map(nameOf));
  const isThere = (sha256: string, i: number): boolean =>
    names.has(nameOf({ index: i + 1, count: hashes.length, hash16: hash16Of(sha256) }));
  if (!hashes.every(isThere)) return null;
  const parts: Uint8Array[] = [];
  for (const [i, sha256] of hashes.entries()) {
    const part = await pieceBytes(pieces, i + 1, hashes.length, sha256, read);
    const isLast = i === hashes.length - 1;
    if (part === null || (!isLast && part.length !== PIECE_BYTES)) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const nameOf = ({ index, count, hash16 }: PieceName): string => `${index}-${count}-${hash16}`;

async function pieceBytes(
  pieces: readonly FoundPiece[],
  index: number,
  count: number,
  sha256: string,
  read: ReadPiece,
): Promise<Uint8Array | null> {
  const copies = pieces.filter(
    (each) => each.index === index && each.count === count && each.hash16 === hash16Of(sha256),
  );
  // The plain name first: what a sync tool adds makes a name longer.
  const byLength = copies.toSorted((a, b) => a.path.length - b.path.length);
  for (const { path } of byLength.slice(0, MOST_COPIES)) {
    const bytes = await read(path);
    if (bytes && bytes.length <= PIECE_BYTES && sha256Hex(bytes) === sha256) return bytes;
  }
  return null;
}
