import type { DayKey } from '#shared/day';
import { addDays, isDayKey } from '#shared/day';
import { CLIENT_DAYS_APART } from '#shared/deliverables/deliverable';

/** Whose calendar days work is counted on. */
export type DaysBy = 'member' | 'client';

/** Days from one to another, both ends included. What is no day is an open end. */
export interface DaySpan {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
}

/** The members' days among which work of the wanted days lies: everything is kept and indexed by those. */
export function memberDaysAround({
  fromDay,
  toDay,
  daysBy,
}: DaySpan & { readonly daysBy: DaysBy }): DaySpan {
  if (daysBy === 'member') return { fromDay, toDay };
  return {
    fromDay: isDayKey(fromDay) ? addDays(fromDay, -CLIENT_DAYS_APART) : fromDay,
    toDay: isDayKey(toDay) ? addDays(toDay, CLIENT_DAYS_APART) : toDay,
  };
}
