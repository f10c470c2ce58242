import type { Distribution } from '../distribution.ts';
import { unitedDistribution } from '../distribution.ts';
import type { DayRange } from '../period.ts';
import { NO_AMOUNTS, SAMPLE_NAMES } from '../rollup.ts';
import type { Amounts, SampleName } from '../rollup.ts';
import { shiftAmounts } from '../shift-amounts.ts';

/** What work adds up to: amounts as `AMOUNT_NAMES` counts them, and how its times (ms) are spread. */
export interface FigureTotals {
  readonly amounts: Amounts;
  readonly times: Readonly<Record<SampleName, Distribution>>;
}

/** One member's work for one outcome in one bucket. */
export interface FigureRow {
  readonly memberId: string;
  readonly outcomeId: string;
  /** Position among `Figures.buckets`. */
  readonly bucket: number;
  readonly totals: FigureTotals;
}

/** The days that were asked for, cut into buckets, and what was counted in them. */
export interface Figures {
  readonly range: DayRange;
  readonly buckets: readonly DayRange[];
  /** Every member, outcome and bucket in which anything was counted; in no order. */
  readonly rows: readonly FigureRow[];
}

/** The sum of any rows' totals: of a group, of a filter, of all. Times are united when they are asked for. */
export function sumFigures(all: readonly FigureTotals[]): FigureTotals {
  const [only] = all;
  if (only && all.length === 1) return only;
  const amounts = { ...NO_AMOUNTS };
  for (const each of all) shiftAmounts(amounts, each.amounts, 1);
  return lazyTimes(amounts, (name) => unitedDistribution(all.map(({ times }) => times[name])));
}

/** Totals whose times are made when they are first asked for. */
export function lazyTimes(
  amounts: Amounts,
  timesOf: (name: SampleName) => Distribution,
): FigureTotals {
  let made: FigureTotals['times'] | null = null;
  return {
    amounts,
    get times() {
      made ??= eachSample(timesOf);
      return made;
    },
  };
}

const eachSample = (timesOf: (name: SampleName) => Distribution): FigureTotals['times'] =>
  Object.fromEntries(SAMPLE_NAMES.map((name) => [name, timesOf(name)])) as FigureTotals['times'];
