import { amountsAt } from '#shared/metrics/amounts-at';
import {
  codedDistribution,
  exactDistribution,
  unitedDistribution,
} from '#shared/metrics/distribution';
import type { Distribution } from '#shared/metrics/distribution';
import { exactSum } from '#shared/metrics/exact';
import { LazyTimes } from '#shared/metrics/insights/figure-rows';
import type { FigureRow, FigureTotals } from '#shared/metrics/insights/figure-rows';
import { timesAt } from '#shared/metrics/packed-weeks';
import type { TimesPlace, WeekReader } from '#shared/metrics/packed-weeks';
import { AMOUNT_NAMES } from '#shared/metrics/rollup';
import type { Amounts, DayTotals, SampleName } from '#shared/metrics/rollup';

/** The rows of one member and outcome, by bucket. */
export interface FigureLine {
  readonly memberId: string;
  readonly outcomeId: string;
  /** The place of a bucket's row, counted from 1; 0 where there is none yet. */
  readonly rows: Int32Array;
}

/**
 * Rows of figures while they are summed. Their amounts lie side by side in one array, and what is read of
 * packed times is where they are: making objects of either waits until somebody looks.
 */
export class FigureSums {
  readonly #bucketCount: number;
  readonly #lines = new Map<string, FigureLine>();
  readonly #rows: {
    readonly line: FigureLine;
    readonly bucket: number;
    readonly times: Times[];
  }[] = [];
  #sums = new Float64Array(256 * WIDTH);

  constructor(bucketCount: number) {
    this.#bucketCount = bucketCount;
  }

  lineOf(memberId: string, outcomeId: string): FigureLine {
    const key = `${memberId} ${outcomeId}`;
    let line = this.#lines.get(key);
    if (!line) {
      line = { memberId, outcomeId, rows: new Int32Array(this.#bucketCount) };
      this.#lines.set(key, line);
    }
    return line;
  }

  addWeek(line: FigureLine, bucket: number, week: WeekReader): void {
    const row = this.#rowAt(line, bucket);
    const at = week.addAmounts(this.#sums, row * WIDTH);
    this.#rows[row]?.times.push({ bytes: week.bytes, at });
  }

  addDay(line: FigureLine, bucket: number, totals: DayTotals): void {
    const row = this.#rowAt(line, bucket);
    for (const [place, name] of AMOUNT_NAMES.entries()) {
      const at = row * WIDTH + place;
      this.#sums[at] = exactSum(this.#sums[at] ?? 0, totals[name]);
    }
    this.#rows[row]?.times.push(totals);
  }

  rows(): FigureRow[] {
    const sums = this.#sums;
    return this.#rows.map(({ line: { memberId, outcomeId }, bucket, times }, row) => ({
      memberId,
      outcomeId,
      bucket,
      totals: new RowTotals(sums, row * WIDTH, times),
    }));
  }

  #rowAt(line: FigureLine, bucket: number): number {
    const known = line.rows[bucket];
    if (known) return known - 1;
    const row = this.#rows.length;
    this.#rows.push({ line, bucket, times: [] });
    line.rows[bucket] = row + 1;
    if ((row + 1) * WIDTH > this.#sums.length) {
      const larger = new Float64Array(2 * this.#sums.length);
      larger.set(this.#sums);
      this.#sums = larger;
    }
    return row;
  }
}

const WIDTH = AMOUNT_NAMES.length;

/** The times of one day, or where those of a packed week lie. */
type Times = DayTotals | TimesPlace;

class RowTotals implements FigureTotals {
  readonly #sums: Float64Array;
  readonly #at: number;
  readonly #times: readonly Times[];
  #amounts: Amounts | null = null;
  #lazy: LazyTimes | null = null;

  constructor(sums: Float64Array, at: number, times: readonly Times[]) {
    this.#sums = sums;
    this.#at = at;
    this.#times = times;
  }

  get amounts(): Amounts {
    return (this.#amounts ??= amountsAt(this.#sums, this.#at));
  }

  get times(): FigureTotals['times'] {
    return (this.#lazy ??= new LazyTimes((name) => timesOf(this.#times, name)));
  }
}

function timesOf(times: readonly Times[], name: SampleName): Distribution {
  const weeks = times.flatMap((each) => ('bytes' in each ? [each] : []));
  const days = times.flatMap((each) => ('bytes' in each ? [] : [exactDistribution(each[name])]));
  return unitedDistribution([...days, codedDistribution(timesAt(weeks, name))]);
}
