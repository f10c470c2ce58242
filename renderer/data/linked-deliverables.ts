import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Audience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import { recordKey, segmentKey, segmentMonth } from './record-key.ts';
import { rowsInParts } from './rows-in-parts.ts';
import { coversMonth } from './segments/room.ts';
import { linesById, unpackLine } from './segments/segment-line.ts';

/** One deliverable as a run names it. */
export interface DeliverableRef {
  readonly audience: Audience;
  readonly id: string;
}

export const refKey = ({ audience, id }: DeliverableRef): string =>
  recordKey(audience, 'deliverable', id);

/** Many deliverables by `refKey`, wherever they are kept: each segment of history is read once. */
export async function linkedDeliverables(
  refs: readonly DeliverableRef[],
): Promise<ReadonlyMap<string, Deliverable>> {
  const db = currentProjection();
  const wanted = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];
  const rows = await rowsInParts(db.deliverables, wanted.map(refKey));
  const found = new Map<string, Deliverable>();
  const missing: DeliverableRef[] = [];
  for (const [at, ref] of wanted.entries()) {
    const row = rows[at];
    if (row) found.set(refKey(ref), deliverableFrom(row));
    else missing.push(ref);
  }
  const bySegment = await segmentsOf(missing);
  for (const body of await db.segments.bulkGet([...bySegment.keys()])) {
    if (!body) continue;
    const lines = linesById(body.lines);
    for (const ref of bySegment.get(body.key) ?? []) {
      const line = lines.get(ref.id);
      if (line !== undefined) {
        found.set(refKey(ref), deliverableFrom(unpackLine(line, ref.audience)));
      }
    }
  }
  return found;
}

/** Which of them may lie in which segment. */
async function segmentsOf(
  refs: readonly DeliverableRef[],
): Promise<ReadonlyMap<string, readonly DeliverableRef[]>> {
  const audiences = [...new Set(refs.map(({ audience }) => audience))];
  const shelves = await currentProjection().shelves.bulkGet(audiences);
  const heads = new Map(
    shelves.flatMap((shelf) => (shelf ? [[shelf.audience, shelf.segments]] : [])),
  );
  const bySegment = new Map<string, DeliverableRef[]>();
  for (const ref of refs) {
    const month = segmentMonth(ref.id);
    for (const head of heads.get(ref.audience) ?? []) {
      if (!coversMonth(head, month)) continue;
      const key = segmentKey(ref.audience, head.part);
      const held = bySegment.get(key);
      if (held) held.push(ref);
      else bySegment.set(key, [ref]);
    }
  }
  return bySegment;
}
