import type { DayKey } from '#shared/day';
import type { Distribution } from '#shared/metrics/distribution';
import { exactDistribution } from '#shared/metrics/distribution';
import { bucketsOf } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { SAMPLE_NAMES } from '#shared/metrics/rollup';
import type { AmountName, DayTotals, SampleName } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { DaysBy } from '../days-by.ts';
import { useLive } from '../live.ts';
import { dayRows } from '../rollups.ts';

/** Which figures are wanted. Members, outcomes and clients are chosen among the rows of the answer. */
export interface FiguresQuery extends DayRange {
  readonly bucket: Bucket;
  readonly daysBy: DaysBy;
}

/** What work adds up to: amounts in the units of `AMOUNT_NAMES`, and how its times (ms) are spread. */
export interface FigureTotals {
  readonly amounts: Readonly<Record<AmountName, number>>;
  readonly times: Readonly<Record<SampleName, Distribution>>;
}

/** One member's work for one outcome in one bucket. */
export interface FigureRow {
  readonly memberId: string;
  readonly outcomeId: string;
  /** Position among `buckets`. */
  readonly bucket: number;
  readonly totals: FigureTotals;
}

export interface Figures {
  readonly range: DayRange;
  readonly buckets: readonly DayRange[];
  /** Every member, outcome and bucket in which anything was counted; in no order. */
  readonly rows: readonly FigureRow[];
}

/** Live; undefined until the first answer. */
export const useFigures = ({ fromDay, toDay, bucket, daysBy }: FiguresQuery): Figures | undefined =>
  useLive(
    async () => await readFigures({ fromDay, toDay, bucket, daysBy }),
    [fromDay, toDay, bucket, daysBy],
  );

export async function readFigures(query: FiguresQuery): Promise<Figures> {
  const { fromDay, toDay, bucket, daysBy } = query;
  const buckets = bucketsOf({ fromDay, toDay }, bucket);
  const cells = new Map<string, { readonly row: Omit<FigureRow, 'totals'>; all: DayTotals[] }>();
  for (const { memberId, outcomeId, day, totals } of await dayRows({ fromDay, toDay, daysBy })) {
    const at = bucketAt(buckets, day);
    const key = `${memberId} ${outcomeId} ${at}`;
    const cell = cells.get(key);
    if (cell) cell.all.push(totals);
    else cells.set(key, { row: { memberId, outcomeId, bucket: at }, all: [totals] });
  }
  return {
    range: { fromDay, toDay },
    buckets,
    rows: [...cells.values()].map(({ row, all }) => ({ ...row, totals: figuresOf(all) })),
  };
}

function figuresOf(all: readonly DayTotals[]): FigureTotals {
  const sum = sumTotals(all);
  const times = SAMPLE_NAMES.map((name) => [name, exactDistribution(sum[name])] as const);
  return { amounts: sum, times: Object.fromEntries(times) as FigureTotals['times'] };
}

const bucketAt = (buckets: readonly DayRange[], day: DayKey): number =>
  buckets.findIndex(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
