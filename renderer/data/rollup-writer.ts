import { monthOf } from '#shared/day';
import { Accumulator } from '#shared/metrics/accumulator';
import type { Contribution } from '#shared/metrics/rollup';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import { rollupKey } from './record-key.ts';
import { cellKey, joinPacked, packedByKey, totalsText, unpackCell } from './rollup-cells.ts';
import type { RollupRecord } from './stored.ts';

/** Gathers what the deliverables of one audience add and take away, then writes it in one go. */
export class RollupWriter {
  readonly #db: Projection;
  readonly #audience: Audience;
  readonly #sums = new Accumulator();
  /** The cells that change, by the key of their record. */
  readonly #touched = new Map<string, Set<string>>();

  constructor(db: Projection, audience: Audience) {
    this.#db = db;
    this.#audience = audience;
  }

  add(contributions: readonly Contribution[]): void {
    for (const each of contributions) {
      this.#touch(each);
      this.#sums.add(each);
    }
  }

  subtract(contributions: readonly Contribution[]): void {
    for (const each of contributions) {
      this.#touch(each);
      this.#sums.remove(each);
    }
  }

  async flush(): Promise<void> {
    const keys = [...this.#touched.keys()];
    if (keys.length === 0) return;
    const held = await this.#db.rollups.bulkGet(keys);
    const records = new Map(keys.map((key, at) => [key, packedByKey(held[at]?.cells ?? '')]));
    for (const [key, packed] of records) this.#takeUp(packed, this.#touched.get(key) ?? []);
    for (const cell of this.#sums.cells()) {
      records.get(this.#recordKey(cell))?.set(cellKey(cell), totalsText(cell.totals));
    }
    await putRollups(this.#db, records);
  }

  /** Sums what a record holds of the touched cells too, and takes it out. */
  #takeUp(packed: Map<string, string>, touched: Iterable<string>): void {
    for (const key of touched) {
      const totals = packed.get(key);
      if (totals === undefined) continue;
      this.#sums.add(unpackCell(key, totals));
      packed.delete(key);
    }
  }

  #touch(cell: Contribution): void {
    const key = this.#recordKey(cell);
    let cells = this.#touched.get(key);
    if (!cells) this.#touched.set(key, (cells = new Set()));
    cells.add(cellKey(cell));
  }

  #recordKey({ day }: Contribution): string {
    return rollupKey(monthOf(day), this.#audience);
  }
}

/** Stores records by their keys; one without cells goes. */
export async function putRollups(
  db: Projection,
  records: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<void> {
  const full: RollupRecord[] = [];
  const emptied: string[] = [];
  for (const [key, packed] of records) {
    if (packed.size > 0) full.push({ key, cells: joinPacked(packed) });
    else emptied.push(key);
  }
  await Promise.all([db.rollups.bulkPut(full), db.rollups.bulkDelete(emptied)]);
}
