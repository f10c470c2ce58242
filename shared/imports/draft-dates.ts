import { dayIn } from '../day.ts';
import type { Json } from '../json.ts';
import { NO_MONTH } from './draft.ts';
import type { ReadInstant } from './instant.ts';
import type { DateField } from './mapping.ts';
import type { RowReader } from './row-reader.ts';

export interface DraftDates {
  /** As written, `yyyy-mm`, without repeats; at the end that of rows without a date. */
  readonly months: readonly string[];
  readonly isOutOfOrder: boolean;
}

/**
 * Puts a row's dates as UTC milliseconds, with the calendar day of completion in the chosen zone. A date
 * without a clock time counts from noon; completed on the very day it was requested or started at a
 * later hour, it is put at that hour, so that no turnaround turns negative.
 */
export function putDates(
  fields: Record<string, Json>,
  reader: RowReader,
  zone: string,
): DraftDates {
  const requested = reader.date('requested', 'noon');
  const responded = reader.date('responded', 'noon');
  const started = reader.date('started', 'noon');
  const completed = reader.date('completed', 'noon');
  const due = reader.date('due', 'dayEnd');
  const completedMs = completed && notBefore(completed, [requested, responded, started], zone);
  const put = (field: DateField, name: string, ms: number | null): void => {
    if (reader.isMapped(field)) fields[name] = ms;
  };
  put('requested', 'requestedAtMs', requested && requested.ms);
  put('responded', 'respondedAtMs', responded && responded.ms);
  put('started', 'startedAtMs', started && started.ms);
  put('due', 'dueAtMs', due && due.ms);
  put('completed', 'completedAtMs', completedMs);
  if (reader.isMapped('completed')) {
    fields['day'] = completedMs === null ? null : dayIn(zone, completedMs);
    fields['zone'] = completedMs === null ? null : zone;
  }
  const isOutOfOrder =
    completedMs !== null &&
    [requested, started].some((earlier) => earlier !== null && earlier.ms > completedMs);
  return {
    months: monthsOf([requested, responded, started, completed, due]),
    isOutOfOrder,
  };
}

function notBefore(
  completed: ReadInstant,
  earlier: readonly (ReadInstant | null)[],
  zone: string,
): number {
  if (completed.hasTime) return completed.ms;
  const day = dayIn(zone, completed.ms);
  const sameDay = earlier.flatMap((each) =>
    each && dayIn(zone, each.ms) === day ? [each.ms] : [],
  );
  return Math.max(completed.ms, ...sameDay);
}

function monthsOf(dates: readonly (ReadInstant | null)[]): readonly string[] {
  const months: string[] = [];
  for (const date of dates) if (date && !months.includes(date.month)) months.push(date.month);
  months.push(NO_MONTH);
  return months;
}
