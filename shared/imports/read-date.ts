import type { DateTokens } from './date-tokens.ts';
import { dateTokens } from './date-tokens.ts';
import { monthNamed } from './month-names.ts';

/** Which comes first where a date is all numbers: the day or the month. */
export type DateOrder = 'dmy' | 'mdy';

/** A date as it is written, before a zone makes it an instant. */
export interface WallTime {
  /** The wall clock as if it were UTC. */
  readonly localMs: number;
  /** Local minus UTC where the text says it (`Z`, `+08:00`, epochs); null where it does not. */
  readonly offsetMs: number | null;
  readonly hasTime: boolean;
}

const MAX_CHARS = 64;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's serial dates, 30 December 1899 (the 1900 system, ECMA-376 part 1, 18.17.4.1). */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);
const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

/**
 * Reads a date in the forms that tools write: ISO 8601, `11/May/24 03:26 PM`, `6/21/2025 16:14`,
 * `Sat, 11 May 2024 15:26:00 +0000`, epoch seconds and milliseconds, spreadsheet serials, `20240511`.
 * Null where the text is no date, where its day does not exist, and outside the years 1970 to 2200.
 */
export function readWallTime(text: string, order: DateOrder): WallTime | null {
  const body = text.trim();
  if (body === '' || body.length > MAX_CHARS) return null;
  const first = body.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (isDigit) {
    const iso = readIso(body);
    if (iso) return iso;
    if (/^\d+(?:\.\d+)?$/.test(body)) return readPlainNumber(body);
  }
  const tokens = dateTokens(body);
  return tokens && fromTokens(tokens, order);
}

const ISO =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;

function readIso(body: string): WallTime | null {
  const match = ISO.exec(body);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const localMs = localTime(
    { year: Number(year), month: Number(month), day: Number(day) },
    {
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      ms: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
    },
  );
  if (localMs === null) return null;
  const hasTime = hour !== undefined;
  return { localMs, offsetMs: hasTime && offset ? offsetOf(offset) : null, hasTime };
}

/** Seconds or milliseconds since 1970, a spreadsheet's serial, or `20240511`: told apart by their size. */
function readPlainNumber(body: string): WallTime | null {
  const value = Number(body);
  const [whole = ''] = body.split('.');
  if (whole.length === 13 || whole.length === 12) return instant(value);
  if (whole.length === 10 || whole.length === 9) return instant(value * 1000);
  if (whole.length === 8 && whole === body) {
    const date = {
      year: Number(body.slice(0, 4)),
      month: Number(body.slice(4, 6)),
      day: Number(body.slice(6)),
    };
    const localMs = localTime(date, MIDNIGHT);
    return localMs === null ? null : { localMs, offsetMs: null, hasTime: false };
  }
  if (whole.length === 5) {
    const localMs = Math.round((SERIAL_ZERO_MS + value * DAY_MS) / 1000) * 1000;
    return inYears(localMs) ? { localMs, offsetMs: null, hasTime: whole !== body } : null;
  }
  return null;
}

const instant = (ms: number): WallTime | null =>
  inYears(ms) ? { localMs: Math.round(ms), offsetMs: 0, hasTime: true } : null;

function fromTokens({ parts, time, offset }: DateTokens, order: DateOrder): WallTime | null {
  const date = dateOf(parts, order);
  const localMs = date && localTime(date, time ?? MIDNIGHT);
  if (localMs === null) return null;
  return {
    localMs,
    offsetMs: offset === null ? null : offsetOf(offset),
    hasTime: time !== null,
  };
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

const MIDNIGHT: ClockTime = { hour: 0, minute: 0, second: 0, ms: 0 };

function dateOf(parts: readonly string[], order: DateOrder): CalendarDate | null {
  if (parts.length !== 3) return null;
  const monthAt = parts.findIndex((part) => monthNamed(part) !== null);
  const [a = '', b = '', c = ''] = parts;
  if (monthAt >= 0) {
    const month = monthNamed(parts[monthAt] ?? '') ?? 0;
    const [first = '', second = ''] = parts.filter((_, index) => index !== monthAt);
    const isYearFirst = first.length === 4;
    const day = isYearFirst ? second : first;
    return { year: yearOf(isYearFirst ? first : second), month, day: Number(day) };
  }
  if (a.length === 4) return { year: yearOf(a), month: Number(b), day: Number(c) };
  return order === 'dmy'
    ? { year: yearOf(c), month: Number(b), day: Number(a) }
    : { year: yearOf(c), month: Number(a), day: Number(b) };
}

/** Two digits mean 1970 to 2069 (POSIX puts the turn at 69). */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : Number.NaN;
}

function localTime({ year, month, day }: CalendarDate, time: ClockTime): number | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1))
    return null;
  const { hour, minute, second, ms } = time;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

/** `Z`, `+08`, `+0800`, `+08:00` in ms. */
function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)) * 60_000;
}

const inYears = (ms: number): boolean =>
  ms >= Date.UTC(FIRST_YEAR, 0, 1) && ms < Date.UTC(LAST_YEAR + 1, 0, 1);
