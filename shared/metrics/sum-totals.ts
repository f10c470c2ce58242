import { exactSum } from './exact.ts';
import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { DayTotals, TotalsDraft } from './rollup.ts';
import { sortSamples } from './samples.ts';

/** The sum of many days' totals: equal to folding `addTotals`, but sorts the samples once. */
export function sumTotals(all: readonly DayTotals[]): DayTotals {
  const [first] = all;
  if (!first) return NO_TOTALS;
  if (all.length === 1) return first;
  const sum: TotalsDraft = { ...NO_TOTALS };
  for (const name of AMOUNT_NAMES) {
    for (const each of all) sum[name] = exactSum(sum[name], each[name]);
  }
  for (const name of SAMPLE_NAMES) {
    const some = all.filter((each) => each[name].length > 0);
    if (some.length > 0) sum[name] = sortSamples(some.flatMap((each) => [...each[name]]));
  }
  return sum;
}
