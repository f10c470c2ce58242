import type { Audience } from '#shared/stream/change';
import type { Kept } from './fold.ts';
import { readStored } from './merge-records.ts';
import type { Projection } from './projection.ts';
import { recordKey, segmentKey, segmentMonth } from './record-key.ts';
import { coversMonth } from './segments/room.ts';
import { unpackLine } from './segments/segment-line.ts';

/** One record as it is merged, wherever it is kept; undefined where nothing is known of it. */
export async function readRecord(
  db: Projection,
  audience: Audience,
  type: string,
  id: string,
): Promise<Kept | undefined> {
  if (type !== 'deliverable') return await readStored(db, audience, type, id);
  const row = await db.deliverables.get(recordKey(audience, type, id));
  return row ?? (await readPacked(db, audience, id)) ?? (await readStored(db, audience, type, id));
}

async function readPacked(
  db: Projection,
  audience: Audience,
  id: string,
): Promise<Kept | undefined> {
  const month = segmentMonth(id);
  const shelf = await db.shelves.get(audience);
  const keys = (shelf?.segments ?? [])
    .filter((head) => coversMonth(head, month))
    .map((head) => segmentKey(audience, head.part));
  for (const body of await db.segments.bulkGet(keys)) {
    const line = body?.lines.split('\n').find((each) => each.startsWith(`${id}\t`));
    if (line !== undefined) return unpackLine(line, audience);
  }
  return undefined;
}
