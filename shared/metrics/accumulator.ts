import type { DayKey } from '../day.ts';
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
  readonly #outcomes = new Map<string, Map<string, SummedCell>>();

  add(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, 1);
  }

  remove(contribution: Contribution): void {
    this.#cellOf(contribution).shift(contribution.totals, -1);
  }

  /** The cells that anything is left in, in no order. */
  cells(): Contribution[] {
    const cells: Contribution[] = [];
    for (const cell of this.#touched()) {
      const { outcomeId, day, clientDay } = cell;
      const totals = cell.totals();
      if (totals) cells.push({ outcomeId, day, clientDay, totals: { ...totals } });
    }
    return cells;
  }

  /** Lets go of some of the cells that anything was added to or removed from, whatever is left in them. */
  takeOut(isWanted: (cell: SummedCell) => boolean): SummedCell[] {
    const taken: SummedCell[] = [];
    for (const days of this.#outcomes.values()) {
      for (const [key, cell] of days) {
        if (!isWanted(cell)) continue;
        days.delete(key);
        taken.push(cell);
      }
    }
    return taken;
  }

  *#touched(): Generator<SummedCell> {
    for (const days of this.#outcomes.values()) yield* days.values();
  }

  #cellOf({ outcomeId, day, clientDay }: Contribution): SummedCell {
    let days = this.#outcomes.get(outcomeId);
    if (!days) this.#outcomes.set(outcomeId, (days = new Map()));
    const key = clientDay === day ? day : `${day} ${clientDay}`;
    let cell = days.get(key);
    if (!cell) days.set(key, (cell = new SummedCell(outcomeId, day, clientDay)));
    return cell;
  }
}

/** One cell while it is summed. */
export class SummedCell {
  readonly outcomeId: string;
  readonly day: DayKey;
  readonly clientDay: DayKey;
  /** All there is, while that is one contribution: most cells of most days never see another. */
  #only: DayTotals | null = null;
  #amounts: TotalsDraft | null = null;
  /** By position among the names; none where nothing was ever sampled. */
  readonly #samples: (Multiset | undefined)[] = [];

  constructor(outcomeId: string, day: DayKey, clientDay: DayKey) {
    this.outcomeId = outcomeId;
    this.day = day;
    this.clientDay = clientDay;
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

  /** What is left in it, until it is shifted again; null of nothing. */
  totals(): DayTotals | null {
    if (this.#only) return isEmpty(this.#only) ? null : this.#only;
    const totals = this.#amounts;
    if (!totals) return null;
    for (let at = 0; at < SAMPLE_NAMES.length; at++) {
      totals[SAMPLE_NAMES[at] as SampleName] = this.#samples[at]?.sorted() ?? NO_SAMPLES;
    }
    return isEmpty(totals) ? null : totals;
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
  // One of them is there nearly always, and going through the names takes as long as all else of a cell.
  totals.count === 0 &&
  totals.arrivedCount === 0 &&
  totals.startedCount === 0 &&
  AMOUNT_NAMES.every((name) => totals[name] === 0) &&
  SAMPLE_NAMES.every((name) => totals[name].length === 0);
