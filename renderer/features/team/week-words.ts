import type { HoursProblem } from '#shared/plan/hours-problems';
import type { DayDraft, Hours, ShiftDraft } from '#shared/plan/weekly-hours';
import { minutesOf, stretchOf, timeOfMinute } from '#shared/plan/weekly-hours';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const weekdayName = (weekday: number): string =>
  t(`calendars.weekday.${NAMES[weekday - 1] ?? 'mon'}`);

/** `40 h`. */
export const hoursWords = (days: readonly DayDraft[]): string =>
  t('calendars.week.hours', { hours: formatNumber(minutesOf(days) / 60) });

/** `09:00–18:00, break 13:00–14:00`; several shifts one after the other. */
export const dayWords = ({ shifts }: DayDraft): string =>
  shifts.length === 0 ? t('calendars.week.dayOff') : shifts.map(shiftWords).join(' · ');

/** No line breaks within: U+2060 joins the dash to its times. */
const span = ({ fromMinute, toMinute }: Hours): string =>
  `${timeOfMinute(fromMinute)}\u2060–\u2060${timeOfMinute(toMinute)}`;

function shiftWords(shift: ShiftDraft): string {
  const times = span(shift);
  const breaks = shift.breaks.map(span);
  return breaks.length === 0
    ? times
    : t('calendars.week.withBreak', { times, breaks: breaks.join(', ') });
}

export const isOverMidnight = (shift: ShiftDraft): boolean => stretchOf(shift).to > 1440;

export const hoursProblemWords = ({ code }: HoursProblem): string => t(`calendars.problem.${code}`);
