import type { DayRange } from '#shared/metrics/period';
import { WeekReader } from '#shared/metrics/packed-weeks';
import { dayNumber } from '#shared/metrics/week-days';
import { currentProjection } from '../current.ts';
import type { DaysBy, DaySpan } from '../days-by.ts';
import { memberDaysAround } from '../days-by.ts';
import { inSlices } from '../in-slices.ts';
import { sumsMember, sumsMonth } from '../record-key.ts';
import type { SumsRecord } from '../stored.ts';
import type { FigureSums } from './figure-sums.ts';
import { sumsStore } from './sums-store.ts';

/** Adds whole weeks. Answers the keys of the sums of which a week lies across an end of the days, and nothing was added. */
export async function addWeeks(
  { fromDay, toDay, daysBy }: DaySpan & { readonly daysBy: DaysBy },
  sums: FigureSums,
  bucketAt: (day: number) => number,
): Promise<readonly string[]> {
  const around = memberDaysAround({ fromDay, toDay, daysBy });
  const records = await sumsStore(currentProjection()).of(around.fromDay, around.toDay);
  const [first, last] = [dayNumber(fromDay), dayNumber(toDay)];
  const parted: string[] = [];
  await inSlices(records, (record) => {
    if (!isWithin(record.key, daysBy, first, last) && isParted(record, daysBy, first, last)) {
      parted.push(record.key);
      return;
    }
    const memberId = sumsMember(record.key);
    const lines = record.outcomeIds.map((outcomeId) => sums.lineOf(memberId, outcomeId));
    const week = new WeekReader(record, daysBy);
    while (week.next()) {
      const line = lines[week.outcome];
      if (line && week.firstDay >= first && week.lastDay <= last) {
        sums.addWeek(line, bucketAt(week.week < first ? first : week.week), week);
      }
    }
  });
  return parted;
}

/** A week of a month's sums may begin before the month, and end after it, by so many days. */
const WEEK_DAYS = 7;
const LONGEST_MONTH_DAYS = 31;

/** Whether sums are surely of days between two others. A client's day can be any, whatever the month. */
function isWithin(key: string, daysBy: DaysBy, first: number, last: number): boolean {
  if (daysBy !== 'member') return false;
  const monthStart = dayNumber(`${sumsMonth(key)}-01`);
  return monthStart - WEEK_DAYS >= first && monthStart + LONGEST_MONTH_DAYS + WEEK_DAYS <= last;
}

/** Whether an end of the days lies within a week in which something was counted on both sides of it. */
function isParted(record: SumsRecord, daysBy: DaysBy, first: number, last: number): boolean {
  const week = new WeekReader(record, daysBy);
  while (week.next()) {
    const isApart = week.lastDay < first || week.firstDay > last;
    if (!isApart && (week.firstDay < first || week.lastDay > last)) return true;
  }
  return false;
}

/** The place of the bucket that holds a day (since 1970). */
export function bucketFinder(buckets: readonly DayRange[]): (day: number) => number {
  const starts = Float64Array.from(buckets, ({ fromDay }) => dayNumber(fromDay));
  return (day) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? Infinity) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
