import type { DayKey } from '#shared/day';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** The days that are shown, and whether they are still running. */
export function rangeWords(kind: PeriodKind, { fromDay, toDay }: DayRange, today: string): string {
  const range =
    kind === 'day'
      ? formatDay(fromDay, 'long')
      : t('overview.period.range', {
          from: fromDay.slice(0, 4) === toDay.slice(0, 4) ? formatDay(fromDay) : withYear(fromDay),
          to: withYear(toDay),
        });
  const isRunning = kind !== 'all' && fromDay <= today && today <= toDay;
  return isRunning ? t('overview.period.running', { range }) : range;
}

/** `Sun 22 Nov 2026` */
const withYear = (day: DayKey): string => `${formatDay(day)} ${day.slice(0, 4)}`;
