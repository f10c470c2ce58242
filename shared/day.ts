/**
 * A calendar date in somebody's own zone, `yyyy-mm-dd`. Stored when something is captured and never
 * recomputed from UTC: a night shift's day stays what the member called it.
 */
export type DayKey = string;

/** A month, `yyyy-mm`. */
export type MonthKey = string;

/** Before every day that anybody works on: what holds from here has always held. */
export const FIRST_DAY: DayKey = '0001-01-01';

const DAY_MS = 86_400_000;

export function isDayKey(text: string): text is DayKey {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day > 0 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

export const monthOf = (day: DayKey): MonthKey => day.slice(0, 7);

/** The day `count` days later (earlier where negative). */
export function addDays(day: DayKey, count: number): DayKey {
  return utcDay(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: DayKey, to: DayKey): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: DayKey): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const startOfWeek = (day: DayKey): DayKey => addDays(day, 1 - weekdayOf(day));

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at an instant in a named zone; an unknown zone reads as UTC. */
export function dayIn(zone: string, ms: number): DayKey {
  return dayFormat(zone).format(ms);
}

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formatters.get(zone);
  if (!format) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    try {
      format = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone });
    } catch {
      format = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' });
    }
    formatters.set(zone, format);
  }
  return format;
}

const utcDay = (ms: number): DayKey => new Date(ms).toISOString().slice(0, 10);

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : month >= 1 && month <= 12 ? 31 : 0;
}

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
