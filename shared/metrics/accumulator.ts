import { exactSum } from './exact.ts';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { Contribution, DayTotals, SampleName, TotalsDraft } from './rollup.ts';
import { Multiset } from './samples.ts';

/**
 * Roll-ups that contributions are added to and removed from, each in constant time (amortised over
 * samples) however much is in there, and in any order: an edit removes what the deliverable added before
 * and adds what it adds now. One accumulator holds the cells of one member.
 */
export class Accumulator {
  readonly #cells = new Map<string, Cell>();

  add(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, 1);
  }

  remove(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, -1);
  }

  /** The cells that anything is left in, in no order. */
  cells(): Contribution[] {
    const cells: Contribution[] = [];
    for (const cell of this.#cells.values()) {
      const totals = cell.totals();
      if (!isEmpty(totals)) cells.push({ ...cell.of, totals });
    }
    return cells;
  }

  #cellOf({ outcomeId, day, clientDay }: Contribution): Cell {
    const key = `${day}|${clientDay}|${outcomeId}`;
    let cell = this.#cells.get(key);
    if (!cell) this.#cells.set(key, (cell = new Cell({ outcomeId, day, clientDay })));
    return cell;
  }
}

class Cell {
  readonly of: Omit<Contribution, 'totals'>;
  readonly #amounts = new Float64Array(AMOUNT_NAMES.length);
  readonly #samples = new Map<SampleName, Multiset>();

  constructor(of: Omit<Contribution, 'totals'>) {
    this.of = of;
  }

  shift(totals: DayTotals, sign: 1 | -1): void {
    for (const [at, name] of AMOUNT_NAMES.entries()) {
      const amount = totals[name];
      if (amount !== 0) this.#amounts[at] = exactSum(this.#amounts[at] as number, sign * amount);
    }
    for (const name of SAMPLE_NAMES) {
      const samples = totals[name];
      if (samples.length === 0) continue;
      let held = this.#samples.get(name);
      if (!held) this.#samples.set(name, (held = new Multiset()));
      if (sign > 0) held.add(samples);
      else held.remove(samples);
    }
  }

  totals(): DayTotals {
    const totals: TotalsDraft = { ...NO_TOTALS };
    for (const [at, name] of AMOUNT_NAMES.entries()) totals[name] = this.#amounts[at] ?? 0;
    for (const [name, held] of this.#samples) totals[name] = held.sorted();
    return totals;
  }
}

const isEmpty = (totals: DayTotals): boolean =>
  AMOUNT_NAMES.every((name) => totals[name] === 0) &&
  SAMPLE_NAMES.every((name) => totals[name].length === 0);
