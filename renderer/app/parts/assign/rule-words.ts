import type { Recurrence, RecurrenceDraft } from '#shared/deliverables/recurrence';
import { recurrenceDraftOf } from '#shared/deliverables/recurrence';
import type { MonthPlace } from '#shared/deliverables/recurrence-rule';
import { formatDay, formatPlace } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** Monday 5 January 1970 and the days after it name the weekdays. */
export const weekdayName = (weekday: number, form: 'short' | 'long' = 'short'): string => {
  const day = formatDay(`1970-01-${String(4 + weekday).padStart(2, '0')}`, form);
  return day.split(' ')[0] ?? '';
};

/** A recurrence in a sentence; a rule that the form cannot say is shown as it is. */
export function recurrenceText(recurrence: Recurrence): string {
  const draft = recurrenceDraftOf(recurrence);
  return draft ? ruleText(draft) : recurrence.rule;
}

/** `Every working day at 09:00 in Rome, until 31 Dec 2026`. */
export function ruleText(draft: RecurrenceDraft): string {
  const parts = [`${patternText(draft)} ${timeText(draft)}`];
  if (draft.end === 'on' && draft.endsOn) {
    parts.push(t('assign.rule.until', { day: formatDay(draft.endsOn, 'dated') }));
  }
  if (draft.end === 'after' && draft.endsAfterCount !== null) {
    parts.push(t('assign.rule.times', { count: draft.endsAfterCount }));
  }
  return parts.join(', ');
}

function patternText({ pattern, dayOff }: RecurrenceDraft): string {
  const { interval: count } = pattern;
  const dayOffText = dayOff === 'keep' ? '' : `, ${t(`assign.rule.dayOff.${dayOff}`)},`;
  switch (pattern.every) {
    case 'day':
      return dayOff === 'skip' && count === 1
        ? t('assign.rule.workDay')
        : t('assign.rule.day', { count }) + dayOffText;
    case 'week':
      return (
        t('assign.rule.week', {
          count,
          days: pattern.weekdays
            .toSorted()
            .map((each) => weekdayName(each))
            .join(', '),
        }) + dayOffText
      );
    case 'month':
      return t('assign.rule.month', { count, place: placeText(pattern.place) }) + dayOffText;
  }
}

function placeText(place: MonthPlace): string {
  switch (place.kind) {
    case 'last':
      return t('assign.rule.lastDay');
    case 'date':
      return t('assign.rule.date', { date: place.date });
    case 'weekday':
      return t('assign.rule.weekday', {
        ordinal: t(`assign.rule.ordinal.${ordinalName(place.ordinal)}`),
        weekday: weekdayName(place.weekday, 'long'),
      });
  }
}

export const ORDINALS = [1, 2, 3, 4, -1] as const;
const ORDINAL_NAMES = ['first', 'second', 'third', 'fourth'] as const;

export const ordinalName = (ordinal: number): 'last' | (typeof ORDINAL_NAMES)[number] =>
  ORDINAL_NAMES[ordinal - 1] ?? 'last';

const timeText = ({ anchor, atMinute, zone }: RecurrenceDraft): string =>
  anchor === 'shift'
    ? t('assign.rule.atShift')
    : t('assign.rule.at', { time: timeOf(atMinute ?? 0), place: formatPlace(zone) });

/** `hh:mm` of a minute of the day. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
