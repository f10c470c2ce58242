import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import { FIRST_COUNTED_DAY, lastCountedDay } from '#shared/deliverables/oddities';
import type { DayRange } from '#shared/metrics/period';
import { dayRows } from '../../data/rollups.ts';

/** How many completed entries are left out of figures, wholly or in part. */
export interface OddCounts {
  /** Of the days that are shown. */
  readonly count: number;
  /** On days before any log, and on days that have not come: they are in no period's figures. */
  readonly earlyCount: number;
  readonly aheadCount: number;
}

/** The ranges of days that no figure believes. */
export const wildDays = (
  today: DayKey,
): { readonly early: DayRange; readonly ahead: DayRange } => ({
  early: { fromDay: '0001-01-01', toDay: addDays(FIRST_COUNTED_DAY, -1) },
  ahead: { fromDay: addDays(lastCountedDay(today), 1), toDay: '9999-12-31' },
});

export async function readWildDays(today: DayKey): Promise<Omit<OddCounts, 'count'>> {
  const { early, ahead } = wildDays(today);
  const [earlyRows, aheadRows] = await Promise.all([dayRows(early), dayRows(ahead)]);
  return {
    earlyCount: earlyRows.reduce((sum, { totals }) => sum + totals.oddCount, 0),
    aheadCount: aheadRows.reduce((sum, { totals }) => sum + totals.count, 0),
  };
}
