import { gunzipSync } from 'node:zlib';
import type { ChunkPart } from '#shared/stream/chunk-part';

/** The JSON lines of a chunk's parts, by another road than the window's. */
export const linesInParts = (parts: readonly ChunkPart[]): Uint8Array =>
  Buffer.concat(parts.map(({ codec, bytes }) => (codec === 'gzip' ? gunzipSync(bytes) : bytes)));
