import type { DayKey } from '../day.ts';
import { textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Intent } from './intent.ts';
import { intentFrom } from './intent.ts';

/** A calendar quarter, `yyyy-Qn`. */
export type QuarterKey = string;

/** What matters in one quarter for a goal. Record type `priority`, audience `team`. */
export interface Priority extends Intent {
  readonly goalId: string;
  /** Empty where the stored one cannot be read. */
  readonly quarter: QuarterKey;
}

export function priorityFrom(state: RecordState): Priority {
  const quarter = textOf(state.fields, 'quarter');
  return {
    ...intentFrom(state),
    goalId: textOf(state.fields, 'goalId'),
    quarter: isQuarterKey(quarter) ? quarter : '',
  };
}

export const isQuarterKey = (text: string): text is QuarterKey => /^\d{4}-Q[1-4]$/.test(text);

export const quarterOf = (day: DayKey): QuarterKey =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** The quarter `count` quarters later (earlier where negative). */
export function addQuarters(quarter: QuarterKey, count: number): QuarterKey {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count;
  return `${String(Math.floor(at / 4)).padStart(4, '0')}-Q${(at % 4) + 1}`;
}

/** First and last day of a quarter. */
export function quarterDays(quarter: QuarterKey): {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
} {
  const year = quarter.slice(0, 4);
  const number = Number(quarter.slice(6));
  const lastMonth = number * 3;
  const lastDay = lastMonth === 3 || lastMonth === 12 ? 31 : 30;
  return {
    fromDay: `${year}-${twoDigits(lastMonth - 2)}-01`,
    toDay: `${year}-${twoDigits(lastMonth)}-${lastDay}`,
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
