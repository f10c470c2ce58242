import { addDays, daysBetween, startOfWeek } from '../day.ts';
import type { DayKey } from '../day.ts';

export const PERIOD_KINDS = ['day', 'week', 'month', 'custom', 'all'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Days that are looked at together, both ends included. */
export interface DayRange {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
}

export type Bucket = 'day' | 'week' | 'month';

/** The day, ISO week or calendar month that holds `day`. */
export function rangeAround(kind: 'day' | 'week' | 'month', day: DayKey): DayRange {
  if (kind === 'day') return { fromDay: day, toDay: day };
  if (kind === 'week') {
    const fromDay = startOfWeek(day);
    return { fromDay, toDay: addDays(fromDay, 6) };
  }
  const fromDay = `${day.slice(0, 7)}-01`;
  return { fromDay, toDay: addDays(startOfMonthAfter(day), -1) };
}

/** The range next to this one: the neighbouring day, week or month, or as many days where it is free. */
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

/** The range cut into days, weeks or months, in order; the first and last may be shorter. */
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

function startOfMonthAfter(day: DayKey): DayKey {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`;
}
