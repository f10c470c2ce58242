/** The day of a month on which work comes. */
export type MonthPlace =
  | { readonly kind: 'date'; readonly date: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'weekday'; readonly ordinal: number; readonly weekday: number };

/** How often work comes, as people say it. Weekdays are 1 Monday … 7 Sunday; ordinal −1 is the last. */
export type Pattern =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly weekdays: readonly number[] }
  | { readonly every: 'month'; readonly interval: number; readonly place: MonthPlace };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * A pattern as a recurrence rule (RFC 5545 §3.3.10, without its time of day and its end). A date that a
 * month does not have is its last day, and not left out as the RFC would: rent is due in February too.
 */
export function ruleOf(pattern: Pattern): string {
  const { every, interval } = pattern;
  const step = interval === 1 ? '' : `;INTERVAL=${interval}`;
  switch (every) {
    case 'day':
      return `FREQ=DAILY${step}`;
    case 'week':
      return `FREQ=WEEKLY${step};BYDAY=${pattern.weekdays.toSorted().map(weekdayCode).join(',')}`;
    case 'month':
      return `FREQ=MONTHLY${step};${placeRule(pattern.place)}`;
  }
}

function placeRule(place: MonthPlace): string {
  switch (place.kind) {
    case 'last':
      return 'BYMONTHDAY=-1';
    case 'weekday':
      return `BYDAY=${place.ordinal}${weekdayCode(place.weekday)}`;
    case 'date':
      return place.date > 28
        ? `BYMONTHDAY=${datesFrom28(place.date)};BYSETPOS=-1`
        : `BYMONTHDAY=${place.date}`;
  }
}

const datesFrom28 = (last: number): string =>
  Array.from({ length: last - 27 }, (_, i) => 28 + i).join(',');

const weekdayCode = (weekday: number): string => WEEKDAYS[weekday - 1] ?? 'MO';

/** The pattern of a rule that `ruleOf` writes; null for any other, which another program may have written. */
export function patternOf(rule: string): Pattern | null {
  const parts = new Map(rule.split(';').map((part) => splitOnce(part)));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const pattern = patternFrom(parts, interval);
  return pattern && interval >= 1 && ruleOf(pattern) === rule ? pattern : null;
}

function patternFrom(parts: ReadonlyMap<string, string>, interval: number): Pattern | null {
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return { every: 'day', interval };
    case 'WEEKLY': {
      const codes = parts.get('BYDAY')?.split(',') ?? [];
      return { every: 'week', interval, weekdays: codes.map(weekdayNumber) };
    }
    case 'MONTHLY': {
      const place = placeFrom(parts);
      return place && { every: 'month', interval, place };
    }
    default:
      return null;
  }
}

function placeFrom(parts: ReadonlyMap<string, string>): MonthPlace | null {
  const [, ordinal, code] = /^(-?\d)([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? [];
  if (ordinal !== undefined && code !== undefined) {
    return { kind: 'weekday', ordinal: Number(ordinal), weekday: weekdayNumber(code) };
  }
  const dates = parts.get('BYMONTHDAY')?.split(',') ?? [];
  const last = Number(dates.at(-1));
  if (!Number.isInteger(last)) return null;
  return last === -1 ? { kind: 'last' } : { kind: 'date', date: last };
}

const weekdayNumber = (code: string): number =>
  WEEKDAYS.findIndex((weekday) => weekday === code) + 1;

const splitOnce = (part: string): readonly [string, string] => {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
};
