import { periodOf } from '#shared/cadence/occurrences';
import type { DayKey } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';

/** The week that a review held on a day looks at. */
export const weekOf = (day: DayKey): DayRange => {
  const { fromDay, toDay } = periodOf('weekly', day);
  return { fromDay, toDay };
};
