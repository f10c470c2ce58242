import { NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { DayTotals, TotalsDraft } from './rollup.ts';
import { unionOf } from './samples.ts';
import { shiftAmounts } from './shift-amounts.ts';

/** The sum of many days' totals: equal to folding `addTotals`, but sorts the samples once. */
export function sumTotals(all: readonly DayTotals[]): DayTotals {
  const [first] = all;
  if (!first) return NO_TOTALS;
  if (all.length === 1) return first;
  const sum: TotalsDraft = { ...NO_TOTALS };
  for (const each of all) shiftAmounts(sum, each, 1);
  for (const name of SAMPLE_NAMES) {
    const some = all.filter((each) => each[name].length > 0);
    if (some.length > 0) sum[name] = unionOf(some.map((each) => each[name]));
  }
  return sum;
}
