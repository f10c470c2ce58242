import { daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import { quarterDays } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** `Q4 2026` */
export const quarterWords = (quarter: QuarterKey): string =>
  t('strategy.quarterName', { number: quarter.slice(6), year: quarter.slice(0, 4) });

/** `1 Oct 2026 – 31 Dec 2026 · 39 days left` */
export function quarterRange(quarter: QuarterKey, today: DayKey): string {
  const { fromDay, toDay } = quarterDays(quarter);
  const dates = t('strategy.dates', {
    from: formatDay(fromDay, 'dated'),
    to: formatDay(toDay, 'dated'),
  });
  const time =
    today < fromDay
      ? t('strategy.daysUntil', { count: daysBetween(today, fromDay) })
      : today > toDay
        ? t('strategy.ended')
        : t('strategy.daysLeft', { count: daysBetween(today, toDay) + 1 });
  return `${dates} · ${time}`;
}
