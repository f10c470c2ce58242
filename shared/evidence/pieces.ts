import { MAX_EVIDENCE_BYTES } from './evidence.ts';

/**
 * How a file travels (../stream/FORMAT.md): cut into pieces, each named by its place and its own hash.
 * Where there are several, one more file lists their hashes, so that a piece that is not one of them is
 * told apart before anything is put together.
 */

/** Every piece but the last is exactly this long. */
export const PIECE_BYTES = 1024 * 1024;
const MOST_PIECES = Math.ceil(MAX_EVIDENCE_BYTES / PIECE_BYTES);

/** The place of the list among the pieces, which count from 1. */
export const LIST_INDEX = 0;

const HASH_DIGITS = 16;

export interface PieceName {
  readonly index: number;
  /** Pieces of the whole, without the list. */
  readonly count: number;
  /** First 16 hex digits of the piece's SHA-256. */
  readonly hash16: string;
}

export const pieceCount = (sizeBytes: number): number => Math.ceil(sizeBytes / PIECE_BYTES);

/** @param sha256 of the piece, 64 hex digits */
export const pieceName = (index: number, count: number, sha256: string): string =>
  `p-${twoDigits(index)}-${twoDigits(count)}-${hash16Of(sha256)}.piece`;

export const hash16Of = (sha256: string): string => sha256.slice(0, HASH_DIGITS);

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** Null where it is no piece's name. A sync tool may have added to it: `… (conflicted copy).piece`. */
export function parsePieceName(name: string): PieceName | null {
  const match = /^p-(\d\d)-(\d\d)-([0-9a-f]{16})(?![0-9a-f])/.exec(name);
  if (!match) return null;
  const [, index, count, hash16 = ''] = match;
  const piece = { index: Number(index), count: Number(count), hash16 };
  const isPossible = piece.count >= 1 && piece.count <= MOST_PIECES && piece.index <= piece.count;
  return isPossible ? piece : null;
}

/** The list's text: the pieces' SHA-256 in their order, one a line. */
export const pieceListText = (hashes: readonly string[]): string =>
  hashes.map((each) => `${each}\n`).join('');

/** Null where it is not the list of so many pieces. */
export function parsePieceList(text: string, count: number): readonly string[] | null {
  if (!/^(?:[0-9a-f]{64}\n){1,99}$/.test(text)) return null;
  const hashes = text.trimEnd().split('\n');
  return hashes.length === count ? hashes : null;
}
