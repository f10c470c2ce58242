import { addDays, daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import { shiftRange } from '#shared/metrics/period';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import type { Comparison } from './insights-params.ts';

/**
 * The days that others are held against; null for the whole history, before which there is nothing. Of
 * days that are still running as many are taken as have begun: Wednesday is not held against a whole week.
 */
export function previousDays(
  kind: PeriodKind,
  range: DayRange,
  against: Comparison,
  today: DayKey,
): DayRange | null {
  if (against === 'none' || kind === 'all') return null;
  const before =
    against === 'before'
      ? shiftRange(kind, range, -1)
      : { fromDay: yearBefore(range.fromDay), toDay: yearBefore(range.toDay) };
  if (today >= range.toDay || today < range.fromDay) return before;
  const toDay = addDays(before.fromDay, daysBetween(range.fromDay, today));
  return { fromDay: before.fromDay, toDay: toDay < before.toDay ? toDay : before.toDay };
}

/** 52 weeks: the same days of the week, for a Monday is not like a Sunday. */
const YEAR_DAYS = 364;

const yearBefore = (day: DayKey): DayKey => addDays(day, -YEAR_DAYS);
