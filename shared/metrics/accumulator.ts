import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { Contribution, DayTotals, SampleName, TotalsDraft } from './rollup.ts';
import { Multiset, NO_SAMPLES } from './samples.ts';
import { shiftAmounts } from './shift-amounts.ts';

/**
 * Roll-ups that contributions are added to and removed from, each in constant time (amortised over
 * samples) however much is in there, and in any order: an edit removes what the deliverable added before
 * and adds what it adds now. One accumulator holds the cells of one member.
 */
export class Accumulator {
  /** By outcome, and by day within it: joining all three into one key costs more than the rest together. */
  readonly #outcomes = new Map<string, Map<string, Cell>>();

  add(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, 1);
  }

  remove(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, -1);
  }

  /** The cells that anything is left in, in no order. */
  cells(): Contribution[] {
    const cells: Contribution[] = [];
    for (const cell of [...this.#outcomes.values()].flatMap((days) => [...days.values()])) {
      const totals = cell.totals();
      if (!isEmpty(totals)) cells.push({ ...cell.of, totals });
    }
    return cells;
  }

  #cellOf({ outcomeId, day, clientDay }: Contribution): Cell {
    let days = this.#outcomes.get(outcomeId);
    if (!days) this.#outcomes.set(outcomeId, (days = new Map()));
    const key = clientDay === day ? day : `${day} ${clientDay}`;
    let cell = days.get(key);
    if (!cell) days.set(key, (cell = new Cell({ outcomeId, day, clientDay })));
    return cell;
  }
}

class Cell {
  readonly of: Omit<Contribution, 'totals'>;
  readonly #amounts: TotalsDraft = { ...NO_TOTALS };
  /** By position among the names; none where nothing was ever sampled. */
  readonly #samples: (Multiset | undefined)[] = [];

  constructor(of: Omit<Contribution, 'totals'>) {
    this.of = of;
  }

  shift(totals: DayTotals, sign: 1 | -1): void {
    shiftAmounts(this.#amounts, totals, sign);
    for (let at = 0; at < SAMPLE_NAMES.length; at++) {
      const samples = totals[SAMPLE_NAMES[at] as SampleName];
      if (samples.length === 0) continue;
      const held = (this.#samples[at] ??= new Multiset());
      if (sign > 0) held.add(samples);
      else held.remove(samples);
    }
  }

  totals(): DayTotals {
    const totals = { ...this.#amounts };
    for (const [at, name] of SAMPLE_NAMES.entries()) {
      totals[name] = this.#samples[at]?.sorted() ?? NO_SAMPLES;
    }
    return totals;
  }
}

const isEmpty = (totals: DayTotals): boolean =>
  AMOUNT_NAMES.every((name) => totals[name] === 0) &&
  SAMPLE_NAMES.every((name) => totals[name].length === 0);
