import { attainmentOf } from './attainment.ts';
import { overviewLines } from './overview.ts';
import type { DayFigures, OverviewInput } from './overview.ts';
import { bucketFor, bucketsOf } from './period.ts';
import type { Bucket, DayRange } from './period.ts';

/** Output of one day, week or month beside what was asked for in it. */
export interface TrendStep {
  readonly range: DayRange;
  readonly count: number;
  readonly quantity: number;
  /** In the outcome's unit: the whole bucket's target. Null where nothing was asked for. */
  readonly target: number | null;
  /** Output ÷ target so far (see `Attainment`); null where no target counts. */
  readonly ratio: number | null;
}

export interface Trend {
  readonly bucket: Bucket;
  readonly steps: readonly TrendStep[];
}

/** The range cut into steps; steps that lie wholly in the future are left out by `lastDay`. */
export function trendOf(input: Omit<OverviewInput, 'open'>, lastDay: string): Trend {
  const bucket = bucketFor(input.range);
  const { fromDay, toDay } = input.range;
  const range = { fromDay, toDay: toDay < lastDay ? toDay : lastDay };
  const ranges = bucketsOf(range, bucket);
  const rows = rowsByBucket(input.rows, ranges);
  return {
    bucket,
    steps: ranges.map((each, at) => stepOf(input, each, rows[at] ?? [])),
  };
}

function stepOf(
  input: Omit<OverviewInput, 'open'>,
  range: DayRange,
  rows: readonly DayFigures[],
): TrendStep {
  const lines = overviewLines({ ...input, range, rows, open: [] });
  const targets = lines.flatMap((line) => (line.target ? [line.target.whole] : []));
  const target = targets.reduce((sum, whole) => sum + whole, 0);
  return {
    range,
    count: lines.reduce((sum, line) => sum + line.completed.count, 0),
    quantity: lines.reduce((sum, line) => sum + line.completed.quantity, 0),
    target: target > 0 ? target : null,
    ratio: attainmentOf(lines)?.ratio ?? null,
  };
}

/** Rows dealt to the bucket that holds their day, in one pass over buckets in order. */
function rowsByBucket(
  rows: readonly DayFigures[],
  ranges: readonly DayRange[],
): readonly DayFigures[][] {
  const dealt: DayFigures[][] = ranges.map(() => []);
  for (const row of rows) {
    let low = 0;
    let high = ranges.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row.day > (ranges[middle]?.toDay ?? '')) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low];
    if (range && row.day >= range.fromDay && row.day <= range.toDay) dealt[low]?.push(row);
  }
  return dealt;
}
