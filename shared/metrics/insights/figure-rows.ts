import type { Distribution } from '../distribution.ts';
import { unitedDistribution } from '../distribution.ts';
import type { DayRange } from '../period.ts';
import { NO_AMOUNTS } from '../rollup.ts';
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
  const times = new LazyTimes((name) => unitedDistribution(all.map((each) => each.times[name])));
  return { amounts, times };
}

type Times = FigureTotals['times'];

/**
 * Times that are made one by one, each when it is first asked for. Written out: rows come by the ten
 * thousand, and mostly one of their times is looked at.
 */
export class LazyTimes implements Times {
  readonly #timesOf: (name: SampleName) => Distribution;
  readonly #made: Partial<Record<SampleName, Distribution>> = {};

  constructor(timesOf: (name: SampleName) => Distribution) {
    this.#timesOf = timesOf;
  }

  get turnaroundMs(): Distribution {
    return this.#of('turnaroundMs');
  }

  get turnaroundWorkMs(): Distribution {
    return this.#of('turnaroundWorkMs');
  }

  get cycleMs(): Distribution {
    return this.#of('cycleMs');
  }

  get cycleWorkMs(): Distribution {
    return this.#of('cycleWorkMs');
  }

  get cycleActiveMs(): Distribution {
    return this.#of('cycleActiveMs');
  }

  get responseWorkMs(): Distribution {
    return this.#of('responseWorkMs');
  }

  #of(name: SampleName): Distribution {
    return (this.#made[name] ??= this.#timesOf(name));
  }
}
