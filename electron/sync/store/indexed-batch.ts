import { lastSeqOf } from '#shared/stream/batch-format';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import type { IndexedBatch } from './stream-index.ts';

/** What an index keeps of a batch to find its place among those of its stream. */
export const indexedBatch = (
  { header, trailer, changeAt }: VerifiedBatch,
  path: string,
  sha256: string,
): IndexedBatch => ({
  path,
  first: header.first,
  last: lastSeqOf(header),
  prevChain: header.prevChain,
  chain: trailer.chain,
  sha256,
  lastHlc: changeAt(-1)?.hlc ?? '',
});
