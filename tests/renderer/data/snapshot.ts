import { packWeeks } from '#shared/metrics/packed-weeks';
import type { Projection } from '../../../renderer/data/projection.ts';
import type { RollupCell } from '../../../renderer/data/rollup-cells.ts';
import { unpackCells } from '../../../renderer/data/rollup-cells.ts';
import { unpackIndex } from '../../../renderer/data/segments/segment-index.ts';
import type { IndexEntry } from '../../../renderer/data/segments/segment-index.ts';
import { linesById, unpackLine } from '../../../renderer/data/segments/segment-line.ts';
import {
  isSumsKey,
  segmentIndexKey,
  segmentKey,
  sumsKeyOf,
} from '../../../renderer/data/record-key.ts';
import { stateOf } from '../../../renderer/data/fold.ts';
import type { Kept } from '../../../renderer/data/fold.ts';

/** Everything a database knows, whichever way it is packed. */
export interface Snapshot {
  /** By audience, type and id. */
  readonly records: Readonly<Record<string, Kept>>;
  /** Records of which there is more than one copy. */
  readonly duplicates: readonly string[];
  readonly rollups: Readonly<Record<string, RollupCell>>;
  /** `<stream key>|<seq>` of every bit that is set. */
  readonly ledger: readonly string[];
}

export async function snapshotOf(db: Projection): Promise<Snapshot> {
  const records: Record<string, Kept> = {};
  const duplicates: string[] = [];
  for (const kept of [...(await rowsOf(db)), ...(await packedOf(db))]) {
    const key = `${kept.audience}/${kept.type}/${kept.id}`;
    if (key in records) duplicates.push(key);
    records[key] = canonical(kept);
  }
  return { records, duplicates, rollups: await rollupsOf(db), ledger: await ledgerOf(db) };
}

async function rowsOf(db: Projection): Promise<Kept[]> {
  const tables = [
    db.plan,
    db.sopVersions,
    db.deliverables,
    db.recurrences,
    db.views,
    db.runs,
    db.checkIns,
    db.outages,
    db.receipts,
    db.imports,
    db.others,
  ];
  const rows = await Promise.all(
    tables.map(async (table): Promise<Kept[]> => await table.toArray()),
  );
  return rows.flat();
}

/** Also checks that shelves, bodies and indexes name the same deliverables. */
async function packedOf(db: Projection): Promise<Kept[]> {
  const packed: Kept[] = [];
  const onShelves = new Set<string>();
  for (const { audience, segments } of await db.shelves.toArray()) {
    for (const head of segments) {
      const key = segmentKey(audience, head.part);
      onShelves.add(key);
      const [body, index] = await Promise.all([
        db.segments.get(key),
        db.segmentIndexes.get(segmentIndexKey(key)),
      ]);
      const lines = linesById(body?.lines ?? '');
      const ids = unpackIndex(index?.lines ?? '[]').map((entry: IndexEntry) => entry[0]);
      if (ids.join() !== [...lines.keys()].join()) throw new Error(`${key}: index and body differ`);
      if (head.count !== lines.size) throw new Error(`${key}: the shelf counts ${head.count}`);
      packed.push(...[...lines.values()].map((line) => unpackLine(line, audience)));
    }
  }
  const stored = await db.packs.toCollection().primaryKeys();
  const known = new Set([...onShelves].flatMap((key) => [key, segmentIndexKey(key)]));
  const strays = stored.filter((key) => /\|[bi]\|/.test(key) && !known.has(key));
  if (strays.length > 0) throw new Error(`On no shelf: ${strays.join()}`);
  return packed;
}

/** Also checks that every record's sums are its cells' and nobody else's. */
async function rollupsOf(db: Projection): Promise<Record<string, RollupCell>> {
  const cells: Record<string, RollupCell> = {};
  const sums = new Map(
    (await db.sums.toArray()).flatMap((each) => (isSumsKey(each.key) ? [[each.key, each]] : [])),
  );
  for (const record of await db.rollups.toArray()) {
    if (!record.key.includes('|r|')) continue;
    const unpacked = unpackCells(record.cells);
    for (const cell of unpacked) {
      cells[`${record.key}|${cell.day}|${cell.clientDay}|${cell.outcomeId}`] = cell;
    }
    const sumsKey = sumsKeyOf(record.key);
    const stored = sums.get(sumsKey);
    const { outcomeIds, bytes } = packWeeks(unpacked);
    if (stored?.outcomeIds.join() !== outcomeIds.join() || stored.bytes.join() !== bytes.join()) {
      throw new Error(`${record.key}: the sums are not those of its cells`);
    }
    sums.delete(sumsKey);
  }
  if (sums.size > 0) throw new Error(`Sums of nothing: ${[...sums.keys()].join()}`);
  return cells;
}

async function ledgerOf(db: Projection): Promise<string[]> {
  const set: string[] = [];
  for (const { streamKey, block, bits } of await db.ledger.toArray()) {
    for (let at = 0; at < bits.length * 8; at += 1) {
      if (((bits[at >> 3] ?? 0) >> (at & 7)) & 1)
        set.push(`${streamKey}|${block * bits.length * 8 + at}`);
    }
  }
  return set.toSorted();
}

/** Without a row's columns, and with fields in one order. */
function canonical(kept: Kept): Kept {
  const state = { ...stateOf(kept), fields: sorted(kept.fields) };
  return kept.own ? { ...state, own: kept.own } : state;
}

const sorted = <T>(fields: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
