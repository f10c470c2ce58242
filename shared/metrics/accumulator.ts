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

  /** The cells that anything was added to or removed from, whatever is left in them. */
  touched(): Omit<Contribution, 'totals'>[] {
    return [...this.#outcomes.values()].flatMap((days) => [...days.values()].map(({ of }) => of));
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
  /** All there is, while that is one contribution: most cells of most days never see another. */
  #only: DayTotals | null = null;
  #amounts: TotalsDraft | null = null;
  /** By position among the names; none where nothing was ever sampled. */
  readonly #samples: (Multiset | undefined)[] = [];

  constructor(of: Omit<Contribution, 'totals'>) {
    this.of = of;
  }

  shift(totals: DayTotals, sign: 1 | -1): void {
    if (!this.#amounts && !this.#only && sign > 0) {
      this.#only = totals;
      return;
    }
    const amounts = (this.#amounts ??= { ...NO_TOTALS });
    const only = this.#only;
    this.#only = null;
    if (only) this.#sum(amounts, only, 1);
    this.#sum(amounts, totals, sign);
  }

  totals(): DayTotals {
    if (this.#only) return this.#only;
    const totals = { ...(this.#amounts ?? NO_TOTALS) };
    for (const [at, name] of SAMPLE_NAMES.entries()) {
      totals[name] = this.#samples[at]?.sorted() ?? NO_SAMPLES;
    }
    return totals;
  }

  #sum(amounts: TotalsDraft, totals: DayTotals, sign: 1 | -1): void {
    shiftAmounts(amounts, totals, sign);
    for (let at = 0; at < SAMPLE_NAMES.length; at++) {
      const samples = totals[SAMPLE_NAMES[at] as SampleName];
      if (samples.length === 0) continue;
      const held = (this.#samples[at] ??= new Multiset());
      if (sign > 0) held.add(samples);
      else held.remove(samples);
    }
  }
}

const isEmpty = (totals: DayTotals): boolean =>
  AMOUNT_NAMES.every((name) => totals[name] === 0) &&
  SAMPLE_NAMES.every((name) => totals[name].length === 0);
