import type { DayKey } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Audience } from '#shared/stream/change';
import type { ApplyOptions } from './arrival-merge.ts';
import { writerMark } from './marks.ts';
import type { Projection } from './projection.ts';
import { indexEntry } from './segments/segment-index.ts';
import { packLine } from './segments/segment-line.ts';
import { ShelfWriter } from './segments/shelf-writer.ts';
import type { DeliverableRow } from './stored.ts';

/** Small enough that a save in between waits only a moment. */
const ROWS_AT_ONCE = 200;

/** How many rows are of work completed before the days that have rows. */
export const countOldRows = async (db: Projection, rowsFromDay: DayKey): Promise<number> =>
  await db.deliverables.where('[day+memberId]').below([rowsFromDay, '']).count();

/** Packs the rows of work that was completed before the days that have rows. Answers how many. */
export async function compactRows(db: Projection, options: ApplyOptions): Promise<number> {
  let count = 0;
  for (;;) {
    const packed = await compactSome(db, options);
    count += packed;
    if (packed < ROWS_AT_ONCE) return count;
  }
}

async function compactSome(db: Projection, { rowsFromDay, cache }: ApplyOptions): Promise<number> {
  const { deliverables, shelves, packs, marks } = db;
  try {
    return await db.transaction('rw', [deliverables, shelves, packs, marks], async () => {
      const old = await deliverables
        .where('[day+memberId]')
        .below([rowsFromDay, ''])
        .limit(ROWS_AT_ONCE)
        .toArray();
      if (old.length === 0) return 0;
      cache.trust(await writerMark(db));
      for (const [audience, rows] of byAudience(old)) {
        const shelf = await ShelfWriter.open(db, audience, cache);
        await shelf.load(rows.map(({ id }) => id));
        shelf.putAll(
          rows.map((row) => ({
            id: row.id,
            line: packLine(row),
            entry: indexEntry(deliverableFrom(row)),
            isHeld: false,
          })),
        );
        await shelf.flush();
      }
      await deliverables.bulkDelete(old.map(({ key }) => key));
      await marks.put(cache.nextMark());
      return old.length;
    });
  } catch (error) {
    cache.clear();
    throw error;
  } finally {
    cache.shrink();
  }
}

function byAudience(rows: readonly DeliverableRow[]): Map<Audience, DeliverableRow[]> {
  const grouped = new Map<Audience, DeliverableRow[]>();
  for (const row of rows) {
    const group = grouped.get(row.audience);
    if (group) group.push(row);
    else grouped.set(row.audience, [row]);
  }
  return grouped;
}
