import { dateTokens } from './date-tokens.ts';
import type { DateOrder } from './read-date.ts';

/** What a column's values say about the order of day and month. */
export interface DateOrderEvidence {
  /** Values that can only be read with the day first. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Values that read either way, as different days. */
  readonly either: number;
  /** One such value, to show both readings of. */
  readonly example: string | null;
}

export const NO_EVIDENCE: DateOrderEvidence = {
  dayFirst: 0,
  monthFirst: 0,
  either: 0,
  example: null,
};

export function dateOrderEvidence(values: Iterable<string>): DateOrderEvidence {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  let example: string | null = null;
  for (const value of values) {
    const text = value.trim();
    // `2024-05-11` and `20240511` need no look; neither does a text too long for a date.
    if (text.length > 64 || !/^\D{0,5}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)) continue;
    const [first = '', second = '', third = ''] = dateTokens(text)?.parts ?? [];
    if (!/^\d{1,2}$/.test(first) || !/^\d{1,2}$/.test(second) || third === '') continue;
    const a = Number(first);
    const b = Number(second);
    if (a > 12 && b <= 12) dayFirst += 1;
    else if (b > 12 && a <= 12) monthFirst += 1;
    else if (a <= 12 && b <= 12 && a !== b) {
      either += 1;
      example ??= text;
    }
  }
  return { dayFirst, monthFirst, either, example };
}

export const addEvidence = (a: DateOrderEvidence, b: DateOrderEvidence): DateOrderEvidence => ({
  dayFirst: a.dayFirst + b.dayFirst,
  monthFirst: a.monthFirst + b.monthFirst,
  either: a.either + b.either,
  example: a.example ?? b.example,
});

/** The order that the values prove, or null where they fit both and a person must say. */
export function provenOrder({ dayFirst, monthFirst, either }: DateOrderEvidence): DateOrder | null {
  if (dayFirst === 0 && monthFirst === 0) return either === 0 ? 'dmy' : null;
  // A stray value must not turn a column round: one order has to be plain.
  if (dayFirst > 0 && monthFirst > 0 && either > 0) {
    if (dayFirst >= 20 * monthFirst) return 'dmy';
    return monthFirst >= 20 * dayFirst ? 'mdy' : null;
  }
  return dayFirst >= monthFirst ? 'dmy' : 'mdy';
}
