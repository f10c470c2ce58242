import type { Audience } from '#shared/stream/change';
import type { Kept } from './fold.ts';
import { readStored } from './merge-records.ts';
import type { Projection } from './projection.ts';
import { recordKey, segmentKey, segmentMonth } from './record-key.ts';
import { coversMonth } from './segments/room.ts';
import { unpackLine } from './segments/segment-line.ts';

/** What names a record. */
export interface RecordRef {
  readonly audience: Audience;
  readonly type: string;
  readonly id: string;
}

/** One record as it is merged, wherever it is kept; undefined where nothing is known of it. */
export async function readRecord(
  db: Projection,
  audience: Audience,
  type: string,
  id: string,
): Promise<Kept | undefined> {
  const [record] = await readRecords(db, [{ audience, type, id }]);
  return record;
}

/** The same of many, in their order: each segment of history is read once. */
export async function readRecords(
  db: Projection,
  refs: readonly RecordRef[],
): Promise<readonly (Kept | undefined)[]> {
  const found = await foundDeliverables(
    db,
    refs.filter(({ type }) => type === 'deliverable'),
  );
  return await Promise.all(
    refs.map(async (ref) => {
      const held = ref.type === 'deliverable' ? found.get(keyOf(ref)) : undefined;
      return held ?? (await readStored(db, ref.audience, ref.type, ref.id));
    }),
  );
}

async function foundDeliverables(
  db: Projection,
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, Kept>> {
  const found = new Map<string, Kept>();
  if (refs.length === 0) return found;
  const rows = await db.deliverables.bulkGet(refs.map(keyOf));
  for (const row of rows) if (row) found.set(row.key, row);
  const missing = refs.filter((ref) => !found.has(keyOf(ref)));
  for (const audience of new Set(missing.map((ref) => ref.audience))) {
    const ids = missing.filter((ref) => ref.audience === audience).map(({ id }) => id);
    for (const kept of await packedRecords(db, audience, new Set(ids))) {
      found.set(recordKey(audience, 'deliverable', kept.id), kept);
    }
  }
  return found;
}

const keyOf = ({ audience, type, id }: RecordRef): string => recordKey(audience, type, id);

async function packedRecords(
  db: Projection,
  audience: Audience,
  ids: ReadonlySet<string>,
): Promise<readonly Kept[]> {
  const months = [...new Set([...ids].map(segmentMonth))];
  const shelf = await db.shelves.get(audience);
  const keys = (shelf?.segments ?? [])
    .filter((head) => months.some((month) => coversMonth(head, month)))
    .map(({ part }) => segmentKey(audience, part));
  const lines = (await db.segments.bulkGet(keys)).flatMap((body) => body?.lines.split('\n') ?? []);
  return lines
    .filter((line) => ids.has(line.slice(0, line.indexOf('\t'))))
    .map((line) => unpackLine(line, audience));
}
