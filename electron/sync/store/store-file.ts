import { hash } from 'node:crypto';
import { type BatchHeader, BATCH_LIMITS } from '#shared/stream/batch-format';
import { objectIn } from '#shared/stream/batch-header';
import { splitBatch, unpackBody } from '#shared/stream/batch-decode';
import { readerTools } from '../batch-tools.ts';

/** A stored batch opened for reading: verified when it came in, so that only its hash is checked again. */
export interface StoredBody {
  readonly header: BatchHeader;
  /** JSON lines, each with its line feed. */
  readonly raw: Uint8Array;
  /** Where each line begins, and the end of the last. */
  readonly starts: readonly number[];
}

/** Null where the file is no longer what was stored. */
export function openStored(file: Uint8Array): StoredBody | null {
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
