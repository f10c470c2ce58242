import type { Cadence } from '#shared/cadence/cadence';
import { occurrencesBetween } from '#shared/cadence/occurrences';
import { participantsOf } from '#shared/cadence/participants';
import { timeOfMinute } from '#shared/plan/weekly-hours';
import type { Plan } from '../../../data/plan.ts';
import { formatDay, formatPlace, formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** `Monday` of 1, `Sunday` of 7. */
export const weekdayName = (weekday: number): string =>
  // 5 January 2026 was a Monday.
  formatDay(`2026-01-0${4 + weekday}`, 'long').split(' ')[0] ?? '';

/** When it comes: `Monday at 10:00, Lisbon`. */
export const whenText = ({ kind, minuteOfDay, weekday, dayOfMonth, timeZone }: Cadence): string =>
  t(`checkIn.cadence.when.${kind}`, {
    time: timeOfMinute(minuteOfDay),
    weekday: weekdayName(weekday),
    day: dayOfMonth,
    place: formatPlace(timeZone),
  });

/** Whom it is for, in a word. */
export const whoText = ({ memberIds }: Cadence, plan: Plan): string =>
  memberIds.length === 0
    ? t('checkIn.cadence.everybody')
    : t('checkIn.cadence.people', { count: participantsOf({ memberIds }, plan.members).length });

const AHEAD_MS = 62 * 86_400_000;

/** The next times of a review, `Mon 30 Nov 10:00`, at most `count`. */
export const nextTimes = (cadence: Cadence, nowMs: number, count: number): readonly string[] =>
  occurrencesBetween(cadence, nowMs, nowMs + AHEAD_MS)
    .slice(0, count)
    .map(({ day, atMs }) => `${formatDay(day)} ${formatTime(atMs, cadence.timeZone)}`);
