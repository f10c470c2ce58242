import { AMOUNT_NAMES } from './rollup.ts';
import type { AmountName, Amounts } from './rollup.ts';

/** Looks at sums where they lie: rows of figures come by the ten thousand, and mostly two amounts are read. */
class AmountsThere {
  readonly sums: Float64Array;
  readonly at: number;

  constructor(sums: Float64Array, at: number) {
    this.sums = sums;
    this.at = at;
  }
}

for (const [place, name] of AMOUNT_NAMES.entries()) {
  Object.defineProperty(AmountsThere.prototype, name satisfies AmountName, {
    get(this: AmountsThere): number {
      return this.sums[this.at + place] ?? 0;
    },
  });
}

/** Sums that lie side by side, in the order of `AMOUNT_NAMES`, by their names: to be read, not to be copied. */
export const amountsAt = (sums: Float64Array, at: number): Amounts =>
  // The names were defined above.
  new AmountsThere(sums, at) as AmountsThere & Amounts;
