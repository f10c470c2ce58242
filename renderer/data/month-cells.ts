import type { RollupCell } from './rollup-cells.ts';
import {
  cellKey,
  joinPacked,
  outcomeOfCell,
  packedByKey,
  totalsText,
  unpackCell,
} from './rollup-cells.ts';

/** The cells of one roll-up record while some of them change: the others are not taken apart to be stored. */
export class MonthCells {
  readonly #packed: Map<string, string>;
  /** Cells that were put, at hand still when sums are made. */
  readonly #put = new Map<string, RollupCell>();

  constructor(packed: string) {
    this.#packed = packedByKey(packed);
  }

  get isEmpty(): boolean {
    return this.#packed.size === 0;
  }

  put(cell: RollupCell, key: string = cellKey(cell)): void {
    this.#packed.set(key, totalsText(cell.totals));
    this.#put.set(key, cell);
  }

  /** Takes a cell out; undefined where there is none. */
  take(key: string): RollupCell | undefined {
    const totals = this.#packed.get(key);
    if (totals === undefined) return undefined;
    this.#packed.delete(key);
    this.#put.delete(key);
    return unpackCell(key, totals);
  }

  dropOutcomes(isDropped: (outcomeId: string) => boolean): void {
    for (const key of this.#packed.keys()) {
      if (isDropped(outcomeOfCell(key))) this.#packed.delete(key);
    }
  }

  packed(): string {
    return joinPacked(this.#packed);
  }

  cells(): RollupCell[] {
    return [...this.#packed].map(([key, totals]) => this.#put.get(key) ?? unpackCell(key, totals));
  }
}
