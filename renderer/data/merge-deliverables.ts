import type { DayKey } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { contributionsOf } from '#shared/metrics/contributions';
import type { Contribution } from '#shared/metrics/rollup';
import type { ChangeSource, MergedChange } from './change-source.ts';
import { deliverableRow, hasRow, isLive } from './deliverable-row.ts';
import { foldChanges } from './fold.ts';
import { LedgerWriter } from './ledger.ts';
import type { Projection } from './projection.ts';
import { recordKey } from './record-key.ts';
import { RollupWriter } from './rollup-writer.ts';
import type { SegmentCache } from './segments/segment-cache.ts';
import { indexEntry } from './segments/segment-index.ts';
import { packLine, unpackLine } from './segments/segment-line.ts';
import type { PackedEntry } from './segments/shelf-writer.ts';
import { ShelfWriter } from './segments/shelf-writer.ts';
import type { DeliverableRow } from './stored.ts';
import type { MergeTally } from './tally.ts';

/** Above this many records, the audience's row keys are read at once instead of one get for each. */
const FEW_RECORDS = 50;

/** Merges changes of one audience's deliverables: rows, segments, roll-ups and ledger. Inside a transaction. */
export async function mergeDeliverables(
  db: Projection,
  source: ChangeSource,
  changesById: ReadonlyMap<string, readonly MergedChange[]>,
  rowsFromDay: DayKey,
  cache: SegmentCache,
): Promise<MergeTally> {
  const ids = [...changesById.keys()];
  const [rows, shelf, terms] = await Promise.all([
    heldRows(db, source, ids),
    ShelfWriter.open(db, source.audience, cache),
    cache.terms.of(db, source.audience),
  ]);
  const measured = (deliverable: Deliverable): readonly Contribution[] =>
    contributionsOf(deliverable, terms.of(deliverable.memberId, deliverable.outcomeId));
  await shelf.load(ids.filter((id) => !rows.has(id)));
  const rollups = new RollupWriter(db, source.audience);
  const ledger = new LedgerWriter(db);
  const putRows: DeliverableRow[] = [];
  const goneRows: string[] = [];
  const toPack: PackedEntry[] = [];
  const tally = { newEntries: 0, changedEntries: 0, sameEntries: 0 };

  for (const [id, changes] of changesById) {
    const row = rows.get(id);
    const packed = row ? undefined : shelf.get(id);
    const held = row ?? (packed === undefined ? undefined : unpackLine(packed, source.audience));
    const kept = foldChanges(held, changes, source);
    if (!kept) continue;
    const line = packLine(kept);
    if (held && line === (packed ?? packLine(held))) {
      tally.sameEntries += 1;
      continue;
    }
    tally[held ? 'changedEntries' : 'newEntries'] += 1;
    const before = held && deliverableFrom(held);
    const after = deliverableFrom(kept);
    if (before) rollups.subtract(measured(before));
    rollups.add(measured(after));
    ledger.move(
      before && isLive(before) ? held?.own : undefined,
      isLive(after) ? kept.own : undefined,
    );
    if (hasRow(after, rowsFromDay)) {
      putRows.push(deliverableRow(kept, after));
      if (packed !== undefined) shelf.remove(id);
    } else {
      if (row) goneRows.push(row.key);
      toPack.push({ id, line, entry: indexEntry(after), isHeld: packed !== undefined });
    }
  }
  await shelf.load(toPack.map(({ id }) => id));
  shelf.putAll(toPack);
  await Promise.all([
    db.deliverables.bulkPut(putRows),
    db.deliverables.bulkDelete(goneRows),
    shelf.flush(),
    rollups.flush(),
    ledger.flush(),
  ]);
  return tally;
}

async function heldRows(
  db: Projection,
  { audience }: ChangeSource,
  ids: readonly string[],
): Promise<Map<string, DeliverableRow>> {
  let keys = ids.map((id) => recordKey(audience, 'deliverable', id));
  if (keys.length > FEW_RECORDS) {
    const held = new Set(
      await db.deliverables
        .where('key')
        .between(`${audience}|`, `${audience}|\uffff`)
        .primaryKeys(),
    );
    keys = keys.filter((key) => held.has(key));
  }
  const rows = keys.length > 0 ? await db.deliverables.bulkGet(keys) : [];
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}
