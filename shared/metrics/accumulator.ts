import { exactSum } from './exact.ts';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { Contribution, DayTotals, SampleName } from './rollup.ts';
import { Multiset } from './samples.ts';

/**
 * Roll-ups that contributions are added to and removed from, each in constant time (amortised over
 * samples) however much is in there, and in any order: an edit removes what the deliverable added before
 * and adds what it adds now. One accumulator holds the cells of one member.
 */
export class Accumulator {
  readonly #cells = new Map<string, Sums>();

  add(contribution: Contribution): void {
    this.#sumsOf(contribution).shift(contribution.totals, 1);
  }

  remove(contribution: Contribution): void {
    this.#sumsOf(contribution).shift(contribution.totals, -1);
  }

  /** The cells that anything is left in, in no order. */
  cells(): Contribution[] {
    const cells: Contribution[] = [];
    for (const { outcomeId, day, clientDay, sums } of this.#entries()) {
      const totals = sums.totals();
      if (!isEmpty(totals)) cells.push({ outcomeId, day, clientDay, totals });
    }
    return cells;
  }

  *#entries() {
    for (const [key, sums] of this.#cells) {
      const [day = '', clientDay = '', outcomeId = ''] = key.split('|');
      yield { outcomeId, day, clientDay, sums };
    }
  }

  #sumsOf({ outcomeId, day, clientDay }: Contribution): Sums {
    const key = `${day}|${clientDay}|${outcomeId}`;
    let sums = this.#cells.get(key);
    if (!sums) this.#cells.set(key, (sums = new Sums()));
    return sums;
  }
}

class Sums {
  readonly #amounts = new Float64Array(AMOUNT_NAMES.length);
  readonly #samples = new Map<SampleName, Multiset>();

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
    const totals: { -readonly [Name in keyof DayTotals]: DayTotals[Name] } = { ...NO_TOTALS };
    for (const [at, name] of AMOUNT_NAMES.entries()) totals[name] = this.#amounts[at] ?? 0;
    for (const [name, held] of this.#samples) totals[name] = held.sorted();
    return totals;
  }
}

const isEmpty = (totals: DayTotals): boolean =>
  AMOUNT_NAMES.every((name) => totals[name] === 0) &&
  SAMPLE_NAMES.every((name) => totals[name].length === 0);
