import { monthOf } from '#shared/day';
import type { Contribution, DayTotals } from '#shared/metrics/rollup';
import { NO_TOTALS, addTotals, subtractTotals } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import { rollupKey } from './record-key.ts';
import type { RollupCell } from './rollup-cells.ts';
import { packCells, unpackCells } from './rollup-cells.ts';

/** What one outcome and day gains and loses. */
interface CellDelta {
  readonly outcomeId: string;
  readonly day: string;
  readonly plus: DayTotals[];
  readonly minus: DayTotals[];
}

/** Gathers what the deliverables of one audience add and take away, then writes it in one go. */
export class RollupWriter {
  readonly #db: Projection;
  readonly #audience: Audience;
  readonly #records = new Map<string, Map<string, CellDelta>>();

  constructor(db: Projection, audience: Audience) {
    this.#db = db;
    this.#audience = audience;
  }

  add(contribution: Contribution | null): void {
    if (contribution) this.#delta(contribution).plus.push(contribution.totals);
  }

  subtract(contribution: Contribution | null): void {
    if (contribution) this.#delta(contribution).minus.push(contribution.totals);
  }

  async flush(): Promise<void> {
    const keys = [...this.#records.keys()];
    if (keys.length === 0) return;
    const held = await this.#db.rollups.bulkGet(keys);
    const changed: { key: string; cells: string }[] = [];
    const emptied: string[] = [];
    for (const [at, key] of keys.entries()) {
      const cells = changedCells(held[at]?.cells, this.#records.get(key) ?? new Map());
      if (cells.length > 0) changed.push({ key, cells: packCells(cells) });
      else emptied.push(key);
    }
    await Promise.all([this.#db.rollups.bulkPut(changed), this.#db.rollups.bulkDelete(emptied)]);
  }

  #delta({ outcomeId, day }: Contribution): CellDelta {
    const recordKey = rollupKey(monthOf(day), this.#audience);
    let cells = this.#records.get(recordKey);
    if (!cells) this.#records.set(recordKey, (cells = new Map()));
    const key = cellKey(outcomeId, day);
    let delta = cells.get(key);
    if (!delta) cells.set(key, (delta = { outcomeId, day, plus: [], minus: [] }));
    return delta;
  }
}

function changedCells(
  held: string | undefined,
  deltas: ReadonlyMap<string, CellDelta>,
): RollupCell[] {
  const cells = new Map<string, RollupCell>();
  for (const cell of held === undefined ? [] : unpackCells(held)) {
    cells.set(cellKey(cell.outcomeId, cell.day), cell);
  }
  for (const [key, { outcomeId, day, plus, minus }] of deltas) {
    const before = cells.get(key)?.totals ?? NO_TOTALS;
    // Adding first: what is taken away is then always there.
    const totals = subtractTotals(addTotals(before, sumTotals(plus)), sumTotals(minus));
    if (totals.count > 0) cells.set(key, { outcomeId, day, totals });
    else cells.delete(key);
  }
  return [...cells.values()];
}

const cellKey = (outcomeId: string, day: string): string => `${day}|${outcomeId}`;
