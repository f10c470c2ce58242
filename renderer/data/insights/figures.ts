import type { DayKey } from '#shared/day';
import { exactDistribution } from '#shared/metrics/distribution';
import { lazyTimes } from '#shared/metrics/insights/figure-rows';
import type { FigureRow, Figures, FigureTotals } from '#shared/metrics/insights/figure-rows';
import { bucketsOf } from '#shared/metrics/period';
import type { Bucket, DayRange } from '#shared/metrics/period';
import type { DayTotals } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { DaysBy } from '../days-by.ts';
import { useLive } from '../live.ts';
import { dayRows } from '../rollups.ts';

export type { FigureRow, Figures, FigureTotals };

/** Which figures are wanted. Members, outcomes and clients are chosen among the rows of the answer. */
export interface FiguresQuery extends DayRange {
  readonly bucket: Bucket;
  readonly daysBy: DaysBy;
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
    rows: [...cells.values()].map(({ row, all }) => ({ ...row, totals: exactTotals(all) })),
  };
}

function exactTotals(all: readonly DayTotals[]): FigureTotals {
  const sum = sumTotals(all);
  return lazyTimes(sum, (name) => exactDistribution(sum[name]));
}

const bucketAt = (buckets: readonly DayRange[], day: DayKey): number =>
  buckets.findIndex(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
