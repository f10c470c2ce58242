import { batchPath } from '#shared/stream/batch-format';
import type { VerifiedBatch } from '#shared/stream/batch-decode';
import { type Change, streamKey } from '#shared/stream/change';
import { indexedBatch } from '../../sync/store/indexed-batch.ts';
import type { IndexedBatch } from '../../sync/store/stream-index.ts';

/** What is kept of a batch to find its place among those of its stream; `path` lies below its audience. */
export const describeBatch = (batch: VerifiedBatch, sha256: string): IndexedBatch => {
  const { header, heads } = batch;
  const path = `${streamKey(header)}/${batchPath(header, heads[0]?.hlc ?? '', sha256)}`;
  return indexedBatch(batch, path, sha256);
};

/** `h` of an entry in a batch that is at hand. */
export const hashInChanges = (
  { header, heads }: Pick<VerifiedBatch, 'header' | 'heads'>,
  seq: number,
): string | null => heads[seq - header.first]?.h ?? null;

const ACCESS_TYPES: ReadonlySet<string> = new Set(['device', 'invite', 'member']);

/** The changes of a batch that say who may come in: devices wherever they begin, the rest with the team. */
export const accessChangesIn = ({ header, heads, changeAt }: VerifiedBatch): readonly Change[] =>
  heads.flatMap(({ type }, at) => {
    const isAccess = type === 'device' || (header.audience === 'team' && ACCESS_TYPES.has(type));
    return isAccess ? (changeAt(at) ?? []) : [];
  });
