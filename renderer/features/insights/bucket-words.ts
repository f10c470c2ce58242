import type { DayKey } from '#shared/day';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { formatDay, formatMonth } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

const MONTHS_A_QUARTER = 3;

/** A day, week, month or quarter as it stands on an axis: `Mon 2 Nov`, `2 Nov`, `Nov 2026`, `Q4 2026`. */
export function bucketLabel({ fromDay }: DayRange, bucket: Bucket): string {
  if (bucket === 'day') return formatDay(fromDay);
  if (bucket === 'week') return withoutWeekday(fromDay);
  if (bucket === 'month') return formatMonth(fromDay.slice(0, 7));
  const quarter = Math.ceil(Number(fromDay.slice(5, 7)) / MONTHS_A_QUARTER);
  return t('insights.quarter', { quarter, year: fromDay.slice(0, 4) });
}

const withoutWeekday = (day: DayKey): string => formatDay(day).split(' ').slice(1).join(' ');
