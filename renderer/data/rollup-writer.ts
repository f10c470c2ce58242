import { monthOf } from '#shared/day';
import { Accumulator } from '#shared/metrics/accumulator';
import { packWeeks } from '#shared/metrics/packed-weeks';
import type { Contribution } from '#shared/metrics/rollup';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import { rollupKey } from './record-key.ts';
import { MonthCells } from './month-cells.ts';
import { cellKey } from './rollup-cells.ts';
import type { RollupRecord, SumsRecord } from './stored.ts';

/** Gathers what the deliverables of one audience add and take away, then writes it in one go. */
export class RollupWriter {
  readonly #db: Projection;
  readonly #audience: Audience;
  readonly #sums = new Accumulator();

  constructor(db: Projection, audience: Audience) {
    this.#db = db;
    this.#audience = audience;
  }

  add(contributions: readonly Contribution[]): void {
    for (const each of contributions) this.#sums.add(each);
  }

  subtract(contributions: readonly Contribution[]): void {
    for (const each of contributions) this.#sums.remove(each);
  }

  async flush(): Promise<void> {
    const touched = this.#touchedByRecord();
    const keys = [...touched.keys()];
    if (keys.length === 0) return;
    const held = await this.#db.rollups.bulkGet(keys);
    const months = new Map(keys.map((key, at) => [key, new MonthCells(held[at]?.cells ?? '')]));
    for (const [key, month] of months) this.#takeUp(month, touched.get(key) ?? []);
    for (const cell of this.#sums.cells()) months.get(this.#recordKey(cell))?.put(cell);
    await putMonths(this.#db, months);
  }

  /** Sums what a record holds of the touched cells too, and takes it out. */
  #takeUp(month: MonthCells, touched: Iterable<string>): void {
    for (const key of touched) {
      const cell = month.take(key);
      if (cell) this.#sums.add(cell);
    }
  }

  /** The keys of the cells that change, by the key of their record. */
  #touchedByRecord(): Map<string, string[]> {
    const touched = new Map<string, string[]>();
    for (const cell of this.#sums.touched()) {
      const key = this.#recordKey(cell);
      const cells = touched.get(key);
      if (cells) cells.push(cellKey(cell));
      else touched.set(key, [cellKey(cell)]);
    }
    return touched;
  }

  #recordKey({ day }: Pick<Contribution, 'day'>): string {
    return rollupKey(monthOf(day), this.#audience);
  }
}

/** Stores months by the keys of their records, and what they add up to by weeks; one without cells goes. */
export async function putMonths(
  db: Projection,
  months: ReadonlyMap<string, MonthCells>,
): Promise<void> {
  const full: RollupRecord[] = [];
  const sums: SumsRecord[] = [];
  const emptied: string[] = [];
  for (const [key, month] of months) {
    if (month.isEmpty) {
      emptied.push(key);
      continue;
    }
    full.push({ key, cells: month.packed() });
    sums.push({ key, ...packWeeks(month.cells()) });
  }
  await Promise.all([
    db.rollups.bulkPut(full),
    db.sums.bulkPut(sums),
    db.rollups.bulkDelete(emptied),
    db.sums.bulkDelete(emptied),
  ]);
}
