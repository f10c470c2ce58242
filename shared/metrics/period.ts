import { addDays, daysBetween } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Period } from '../plan/outcome.ts';
import { nextPeriod, periodStart } from './targets.ts';

export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'custom', 'all'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Days that are looked at together, both ends included. */
export interface DayRange {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
}

export type Bucket = Period;

/** The day, ISO week, calendar month or calendar quarter that holds `day`. */
export function rangeAround(kind: Bucket, day: DayKey): DayRange {
  const fromDay = periodStart(kind, day);
  return { fromDay, toDay: addDays(nextPeriod(kind, fromDay), -1) };
}

/** The range next to this one: the neighbouring day, week, month or quarter, or as many days where it is free. */
export function shiftRange(kind: PeriodKind, range: DayRange, steps: 1 | -1): DayRange {
  if (kind === 'all') return range;
  if (kind === 'custom') {
    const length = (daysBetween(range.fromDay, range.toDay) + 1) * steps;
    return { fromDay: addDays(range.fromDay, length), toDay: addDays(range.toDay, length) };
  }
  const next = steps > 0 ? addDays(range.toDay, 1) : addDays(range.fromDay, -1);
  return rangeAround(kind, next);
}

/** How finely a trend over these days is drawn: days up to two months, weeks up to a year and a half. */
export function bucketFor({ fromDay, toDay }: DayRange): Bucket {
  const days = daysBetween(fromDay, toDay) + 1;
  if (days <= 62) return 'day';
  return days <= 548 ? 'week' : 'month';
}

/** The range cut into days, weeks, months or quarters, in order; the first and last may be shorter. */
export function bucketsOf(range: DayRange, bucket: Bucket): readonly DayRange[] {
  const buckets: DayRange[] = [];
  let fromDay = range.fromDay;
  while (fromDay <= range.toDay) {
    const whole = rangeAround(bucket, fromDay);
    const toDay = whole.toDay < range.toDay ? whole.toDay : range.toDay;
    buckets.push({ fromDay, toDay });
    fromDay = addDays(toDay, 1);
  }
  return buckets;
}
