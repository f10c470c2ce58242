import { batchPath } from '../../../shared/stream/batch-format.ts';
import { decodeBatch, type VerifiedBatch } from '../../../shared/stream/batch-decode.ts';
import { streamKey } from '../../../shared/stream/change.ts';
import { readerTools, sha256Hex } from '../../../electron/sync/batch-tools.ts';
import type { Invited, TeamOver } from '../../electron/receiver/parts/team-over.ts';
import type { TestDevice } from '../../electron/sync/parts/test-device.ts';

/** A batch, and whose token brings it to a receiver; null where only a sync folder would carry it. */
export interface CorpusBatch {
  readonly device: TestDevice;
  readonly file: Uint8Array;
  readonly token: string | null;
}

/**
 * Everybody's work: two devices of one member, a second member, the team's audience, batches that overlap
 * because a device sealed anew after a restore, and the branch of a twin.
 */
export function writeCorpus(team: TeamOver): readonly CorpusBatch[] {
  const ana = team.invite('ana');
  const ben = team.invite('ben');
  const laptop = ana.log().writeMany(14, 'laptop');
  const twin = laptop.cloneAt(9).writeMany(4, 'twin');
  return [
    ...cut(ana, laptop, 4, 7, 11),
    { device: laptop, file: laptop.batch(3, 9), token: null },
    { device: laptop, file: twin.batch(8), token: null },
    ...cut(ana, ana.log('m-ana', 'ana-desk').writeMany(6, 'desk'), 3),
    ...cut(ana, ana.log('team').writeMany(5, 'team'), 2),
    ...cut(ben, ben.log().writeMany(8, 'ben'), 1, 2, 6),
  ];
}

const cut = (
  { token }: Invited,
  device: TestDevice,
  ...cuts: readonly number[]
): readonly CorpusBatch[] => device.batches(...cuts).map((file) => ({ device, file, token }));

/** Where the format wants a batch, below a sync folder. */
export function placeOf(file: Uint8Array): string {
  const { header, changes } = readBatch(file);
  const path = batchPath(header, changes[0]?.hlc ?? '', sha256Hex(file));
  return `v1/${header.workspace}/${header.audience}/${streamKey(header)}/${path}`;
}

export function readBatch(file: Uint8Array): VerifiedBatch {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) throw new Error(batch.problem);
  return batch;
}
