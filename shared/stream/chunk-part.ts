import type { BatchHeader } from './batch-format.ts';

/** Consecutive changes of one stream on their way to the window: JSON lines, each with its line feed. */
export interface ChunkPart {
  /** `gzip`: a batch's whole body as it is stored; `none`: the lines themselves. */
  readonly codec: BatchHeader['codec'];
  /** All of their buffer: sending a view copies what it is a view on. */
  readonly bytes: Uint8Array;
  /** How many bytes the lines have, unpacked. */
  readonly rawLen: number;
}

export const plainPart = (lines: Uint8Array): ChunkPart => ({
  codec: 'none',
  bytes: lines,
  rawLen: lines.length,
});

/** Bytes of all lines, unpacked. */
export const rawLengthOf = (parts: readonly ChunkPart[]): number =>
  parts.reduce((sum, { rawLen }) => sum + rawLen, 0);
