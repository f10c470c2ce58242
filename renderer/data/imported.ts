import { textOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import { stateOf } from './fold.ts';
import type { Projection } from './projection.ts';
import { recordKey, segmentKey, segmentMonth } from './record-key.ts';
import { coversMonth } from './segments/room.ts';
import { linesById, unpackLine } from './segments/segment-line.ts';
import type { SegmentHead } from './stored.ts';

/** Where an imported deliverable lies, and what its row said when it was imported last. */
export interface ImportedRef {
  readonly id: string;
  readonly audience: Audience;
  readonly importHash: string;
  /** The import that wrote to it last. */
  readonly importId: string;
}

/** So many segments are unpacked at a time: a few megabytes. */
const SEGMENTS_AT_ONCE = 40;

/** Every imported deliverable by its id; of one that was moved, where it is now. */
export async function importedIndex(): Promise<ReadonlyMap<string, ImportedRef>> {
  const index = new Map<string, ImportedRef>();
  for await (const states of importedStates(null)) {
    for (const { id, audience, fields } of states) {
      const isMoved = textOf(fields, 'movedTo') !== '';
      if (isMoved && index.has(id)) continue;
      index.set(id, {
        id,
        audience,
        importHash: isMoved ? '' : textOf(fields, 'importHash'),
        importId: textOf(fields, 'importId'),
      });
    }
  }
  return index;
}

/** Whole records that an import touched last, some at a time; of every import where none is named. */
export async function* importedStates(
  importId: string | null,
): AsyncGenerator<readonly RecordState[]> {
  const db = currentProjection();
  const indexed = db.deliverables.where('importId');
  const rows = await (importId === null ? indexed.above('') : indexed.equals(importId)).toArray();
  if (rows.length > 0) yield rows.map(stateOf);
  const keys = await segmentKeys(db, ({ importIds }) =>
    importId === null ? importIds.length > 0 : importIds.includes(importId),
  );
  for (let at = 0; at < keys.length; at += SEGMENTS_AT_ONCE) {
    const states = await unpacked(db, keys.slice(at, at + SEGMENTS_AT_ONCE));
    yield states.filter(({ fields }) => {
      const held = textOf(fields, 'importId');
      return importId === null ? held !== '' : held === importId;
    });
  }
}

/** Whole deliverables of one audience by their ids; what is not held is absent. */
export async function deliverableStates(
  audience: Audience,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordState>> {
  const db = currentProjection();
  const found = new Map<string, RecordState>();
  const rows = await db.deliverables.bulkGet(
    ids.map((id) => recordKey(audience, 'deliverable', id)),
  );
  for (const row of rows) if (row) found.set(row.id, stateOf(row));
  const missing = new Set(ids.filter((id) => !found.has(id)));
  if (missing.size === 0) return found;
  const months = [...new Set([...missing].map(segmentMonth))];
  const keys = await segmentKeys(
    db,
    (head, owner) => owner === audience && months.some((month) => coversMonth(head, month)),
  );
  for (const state of await unpacked(db, keys, missing)) found.set(state.id, state);
  return found;
}

/** Whole records of the plan by type and id; what is not held is absent. */
export async function planStates(
  refs: readonly { readonly type: string; readonly id: string }[],
): Promise<readonly RecordState[]> {
  const keys = refs.map(({ type, id }) => recordKey('team', type, id));
  const rows = await currentProjection().plan.bulkGet(keys);
  return rows.flatMap((row) => (row ? [stateOf(row)] : []));
}

async function segmentKeys(
  db: Projection,
  isWanted: (head: SegmentHead, audience: Audience) => boolean,
): Promise<{ readonly key: string; readonly audience: Audience }[]> {
  const shelves = await db.shelves.toArray();
  return shelves.flatMap(({ audience, segments }) =>
    segments
      .filter((head) => isWanted(head, audience))
      .map((head) => ({ key: segmentKey(audience, head.part), audience })),
  );
}

async function unpacked(
  db: Projection,
  keys: readonly { readonly key: string; readonly audience: Audience }[],
  ids: ReadonlySet<string> | null = null,
): Promise<readonly RecordState[]> {
  const bodies = await db.segments.bulkGet(keys.map(({ key }) => key));
  return keys.flatMap(({ audience }, at) => {
    const lines = linesById(bodies[at]?.lines ?? '');
    return [...lines]
      .filter(([id]) => id !== '' && (!ids || ids.has(id)))
      .map(([, line]) => stateOf(unpackLine(line, audience)));
  });
}
