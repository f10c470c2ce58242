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
  /** By the keys of their roll-ups. */
  readonly #packed = new Map<string, PackedMonth | null>();
  #isNew = false;

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

  /** Packs what has been gathered of the months before one. Only where nothing is stored of this audience. */
  packBefore(month: MonthKey): void {
    this.#isNew = true;
    // What is said later of a packed month is added to it once, at the end.
    const done = this.#sums.takeOut(
      ({ day }) => day < month && !this.#packed.has(this.#keyOf(monthOf(day))),
    );
    for (const [each, cells] of byMonth(done)) {
      const key = this.#keyOf(each);
      this.#packed.set(key, packMonth(key, withCells('', cells)));
    }
  }

  async flush(): Promise<void> {
    const cellsOf = byMonth(this.#sums.takeOut(() => true));
    const keys = [...cellsOf.keys()].map(this.#keyOf);
    const held = this.#isNew ? [] : await this.#db.rollups.bulkGet(keys);
    for (const [at, cells] of [...cellsOf.values()].entries()) {
      const key = keys[at] ?? '';
      const before = held[at] ?? this.#packed.get(key)?.rollup;
      this.#packed.set(key, packMonth(key, withCells(before?.cells ?? '', cells)));
    }
    if (this.#packed.size > 0) await putPacked(this.#db, this.#packed);
  }

  readonly #keyOf = (month: MonthKey): string => rollupKey(month, this.#audience);
}

function byMonth(cells: readonly SummedCell[]): ReadonlyMap<MonthKey, readonly SummedCell[]> {
  const months = new Map<MonthKey, SummedCell[]>();
  for (const cell of cells) {
    const month = monthOf(cell.day);
    const ofMonth = months.get(month);
    if (ofMonth) ofMonth.push(cell);
    else months.set(month, [cell]);
  }
  return months;
}

/** A month, `packed` as it is stored, with what was gathered of it. */
function withCells(packed: string, cells: readonly SummedCell[]): MonthCells {
  const month = new MonthCells(packed);
  for (const cell of cells) putSum(month, cell, packed === '');
  return month;
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

/** A month as it is stored: null of one without cells. */
interface PackedMonth {
  readonly rollup: RollupRecord;
  readonly sums: SumsRecord;
}

const packMonth = (key: string, month: MonthCells): PackedMonth | null =>
  month.isEmpty
    ? null
    : {
        rollup: { key, cells: month.packed() },
        sums: { key: sumsKeyOf(key), ...packWeeks(month.cells()) },
      };

/** Stores months by the keys of their roll-ups, and what they add up to by weeks; one without cells goes. */
export async function putMonths(
  db: Projection,
  months: ReadonlyMap<string, MonthCells>,
): Promise<void> {
  await putPacked(db, new Map([...months].map(([key, month]) => [key, packMonth(key, month)])));
}

async function putPacked(
  db: Projection,
  months: ReadonlyMap<string, PackedMonth | null>,
): Promise<void> {
  const full = [...months.values()].filter((month) => month !== null);
  const emptied = [...months].filter(([, month]) => month === null).map(([key]) => key);
  await Promise.all([
    db.rollups.bulkPut(full.map(({ rollup }) => rollup)),
    db.sums.bulkPut(full.map(({ sums }) => sums)),
    db.rollups.bulkDelete(emptied),
    db.sums.bulkDelete(emptied.map(sumsKeyOf)),
  ]);
}
