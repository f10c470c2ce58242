import { type ChunkPart, plainPart } from '#shared/stream/chunk-part';

/**
 * The parts of a reply out of consecutive ones, whose bytes may be views: lines side by side become one
 * part, and each part gets a buffer of its own.
 */
export function sentParts(pieces: readonly ChunkPart[]): readonly ChunkPart[] {
  const parts: ChunkPart[] = [];
  let lines: Uint8Array[] = [];
  const endLines = (): void => {
    if (lines.length > 0) parts.push(plainPart(joined(lines)));
    lines = [];
  };
  for (const piece of pieces) {
    if (piece.codec === 'none') {
      lines.push(piece.bytes);
      continue;
    }
    endLines();
    parts.push({ ...piece, bytes: new Uint8Array(piece.bytes) });
  }
  endLines();
  return parts;
}

/** Not `Buffer.concat`, which takes small ones out of a buffer that it shares. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
