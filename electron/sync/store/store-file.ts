import { hash } from 'node:crypto';
import { type BatchHeader, BATCH_LIMITS } from '#shared/stream/batch-format';
import { objectIn } from '#shared/stream/batch-header';
import { splitBatch, unpackBody } from '#shared/stream/batch-decode';
import type { ChunkPart } from '#shared/stream/chunk-part';
import { readerTools, sha256Hex } from '../batch-tools.ts';

/** A stored batch opened for reading: verified when it came in, so that only its hash is checked again. */
export interface StoredBody {
  readonly header: BatchHeader;
  /** JSON lines, each with its line feed. */
  readonly raw: Uint8Array;
  /** Where each line begins, and the end of the last. */
  readonly starts: readonly number[];
}

/** A stored batch as it was read. */
export interface StoredBatch {
  /** Its body as it is stored, where sending it so pays and the file is what came in, to the byte. */
  readonly packed: ChunkPart | null;
  /** Unpacks it when it is first asked. Null where it holds something else than its header says. */
  readonly open: () => StoredBody | null;
}

/** Below this the window takes longer to begin unpacking than the main process to be done with it. */
const PACKED_FROM_BYTES = 32 * 1024;

/** Null where the file is no longer what was stored, which had this SHA-256. */
export function readStored(file: Uint8Array, sha256: string): StoredBatch | null {
  const packed = packedBody(file, sha256);
  let body = packed ? undefined : openStored(file);
  if (body === null) return null;
  return { packed, open: () => (body ??= openStored(file)) };
}

/**
 * Of a file that is what was verified when it came in, its header too, so that nobody need unpack the
 * body to know what it gives.
 */
function packedBody(file: Uint8Array, sha256: string): ChunkPart | null {
  const parts = splitBatch(file, readerTools);
  if (!parts.ok) return null;
  const { codec, rawLen } = parts.header;
  const isWorthIt = codec === 'gzip' && rawLen >= PACKED_FROM_BYTES;
  return isWorthIt && sha256Hex(file) === sha256 ? { codec, bytes: parts.body, rawLen } : null;
}

/** Null where the file is no longer what was stored. */
function openStored(file: Uint8Array): StoredBody | null {
  if (file.length > BATCH_LIMITS.fileBytes) return null;
  const parts = splitBatch(file, readerTools);
  if (!parts.ok) return null;
  if (hash('sha256', parts.body, 'hex') !== parts.trailer.bodySha256) return null;
  const raw = unpackBody(parts, readerTools);
  if (raw === null) return null;
  const starts = [0];
  for (let end = raw.indexOf(10); end >= 0; end = raw.indexOf(10, end + 1)) starts.push(end + 1);
  return starts.length === parts.header.count + 1 ? { header: parts.header, raw, starts } : null;
}

/** The lines of the changes `first` to `last`. */
export function linesOf(
  { header, raw, starts }: StoredBody,
  first: number,
  last: number,
): Uint8Array {
  return raw.subarray(starts[first - header.first], starts[last - header.first + 1]);
}

/** `h` of one change, or null where the batch does not hold it. */
export function hashInBody(body: StoredBody, seq: number): string | null {
  if (seq < body.header.first || seq >= body.header.first + body.header.count) return null;
  const line = objectIn(Buffer.from(linesOf(body, seq, seq)).toString('utf8'));
  return typeof line?.['h'] === 'string' ? line['h'] : null;
}
