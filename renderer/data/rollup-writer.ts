import type { MonthKey } from '#shared/day';
import { monthOf } from '#shared/day';
import type { SummedCell } from '#shared/metrics/accumulator';
import { Accumulator } from '#shared/metrics/accumulator';
import { packWeeks } from '#shared/metrics/packed-weeks';
import type { Contribution } from '#shared/metrics/rollup';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import { rollupKey, sumsKeyOf } from './record-key.ts';
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
    const byMonth = this.#cellsByMonth();
    if (byMonth.size === 0) return;
    const keys = [...byMonth.keys()].map((month) => rollupKey(month, this.#audience));
    const held = await this.#db.rollups.bulkGet(keys);
    const months = new Map<string, MonthCells>();
    for (const [at, cells] of [...byMonth.values()].entries()) {
      const [key = '', packed = ''] = [keys[at], held[at]?.cells];
      const month = new MonthCells(packed);
      for (const cell of cells) putSum(month, cell, packed === '');
      months.set(key, month);
    }
    await putMonths(this.#db, months);
  }

  #cellsByMonth(): ReadonlyMap<MonthKey, readonly SummedCell[]> {
    const byMonth = new Map<MonthKey, SummedCell[]>();
    for (const cell of this.#sums.touched()) {
      const month = monthOf(cell.day);
      const cells = byMonth.get(month);
      if (cells) cells.push(cell);
      else byMonth.set(month, [cell]);
    }
    return byMonth;
  }
}

/** Sums what a month holds of a cell too, and puts it there in its place. */
function putSum(month: MonthCells, cell: SummedCell, isFresh: boolean): void {
  const key = cellKey(cell);
  const before = isFresh ? undefined : month.take(key);
  if (before) cell.shift(before.totals, 1);
  const totals = cell.totals();
  if (!totals) return;
  const { outcomeId, day, clientDay } = cell;
  month.put({ outcomeId, day, clientDay, totals }, key);
}

/** Stores months by the keys of their roll-ups, and what they add up to by weeks; one without cells goes. */
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
    sums.push({ key: sumsKeyOf(key), ...packWeeks(month.cells()) });
  }
  await Promise.all([
    db.rollups.bulkPut(full),
    db.sums.bulkPut(sums),
    db.rollups.bulkDelete(emptied),
    db.sums.bulkDelete(emptied.map(sumsKeyOf)),
  ]);
}
