import { ratioEnds } from '#shared/exports/ratio-ends';
import type { WrittenEnds } from '#shared/exports/ratio-ends';
import type { DayKey, MonthKey } from '#shared/day';
import { dateFormat, numberFormat } from './intl.ts';
import { currentLanguage } from './language.ts';
import { t } from './text.ts';

/**
 * Numbers, money, durations and dates as people read them. Months are always named, because
 * 3/11 is two different days; times are on the 24 hour clock, because teams span half the globe.
 */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `12,480`; at most `digits` decimals. */
export const formatNumber = (value: number, digits = 2): string =>
  numberFormat({ maximumFractionDigits: digits }).format(value);

/** A count of units: `1,204` or `7.5`. */
export const formatQuantity = (value: number): string => formatNumber(value, 2);

const KIB = 1024;

/** `812 B`, `622 KB`, `12.4 MB`, `73.2 GB`. */
export function formatSize(bytes: number): string {
  if (bytes < KIB) return `${formatNumber(bytes)} B`;
  if (bytes < KIB * KIB) return `${formatNumber(bytes / KIB, 0)} KB`;
  if (bytes < KIB * KIB * KIB) return `${formatNumber(bytes / KIB / KIB, 1)} MB`;
  return `${formatNumber(bytes / KIB / KIB / KIB, 1)} GB`;
}

/** A ratio of 0 to 1 as a percentage: `98.3%`. */
export const formatRatio = (ratio: number, digits = 1): string =>
  numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(ratio);

type RatioEnds = Parameters<typeof ratioEnds>[0];

/** The ends of an interval of ratios: `98.1%` and `98.9%`, or `98.68%` and `98.72%`. */
export const formatRatioEnds = (ends: RatioEnds, digits?: number): WrittenEnds =>
  ratioEnds(ends, formatRatio, digits);

/** No line ends here. */
const WORD_JOINER = '\u2060';

/** The same where one sign stands for both, and a dash before the second ends no line: `98.1` and `98.9%`. */
export function formatRatioSpan(ends: RatioEnds): WrittenEnds {
  const { low, high } = formatRatioEnds(ends);
  return { low: low.replace(/\s*%/u, ''), high: `${WORD_JOINER}${high}` };
}

/** Minor units (cents) of an ISO 4217 currency: `$1,250.00`. */
export function formatMoney(minor: number, currency: string): string {
  let format: Intl.NumberFormat;
  try {
    format = numberFormat({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  } catch {
    return `${formatNumber(minor / 100)} ${currency}`.trim();
  }
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** `45 s`, `35 min`, `2 h 15 min`, from a day on `6.7 days`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`;
  if (ms < MINUTE_MS) return t('units.seconds', { amount: Math.floor(ms / 1000) });
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return minutesText(minutes);
  if (minutes < 24 * 60) return hoursText(Math.floor(minutes / 60), minutes % 60);
  return daysText(Math.round(ms / (DAY_MS / 10)) / 10);
}

/** Working time as people plan it: always in hours, for a working day is not 24 of them. `26 h`, `1 h 20 min`. */
export function formatWorkTime(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return minutesText(rest);
  return hoursText(hours, hours >= 10 ? 0 : rest);
}

const minutesText = (amount: number): string => t('units.minutes', { amount });

const hoursText = (hours: number, minutes: number): string =>
  minutes === 0 ? t('units.hours', { amount: hours }) : t('units.hoursMinutes', { hours, minutes });

const daysText = (count: number): string => t('units.days', { count });

export type DayForm = 'short' | 'dated' | 'long';

const DAY_FORMS: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

/** `Tue 3 Nov`, `3 Nov 2026` (dated) or `Tuesday 3 November 2026` (long). A day has no zone. */
export function formatDay(day: DayKey, form: DayForm = 'short'): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) return day;
  return withoutComma(dateFormat({ ...DAY_FORMS[form], timeZone: 'UTC' }).format(ms));
}

/** `Nov 2026` */
export const formatMonth = (month: MonthKey): string =>
  dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

/** `Asia/Manila` reads `Manila`: a zone's city, as people say it. */
export const formatPlace = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** `3 Nov 2026, 14:05` in a named zone, or in this computer's. */
export const formatDateTime = (ms: number, zone?: string): string =>
  `${withoutComma(dateFormat({ ...DAY_FORMS.dated, ...inZone(zone) }).format(ms))}, ${formatTime(ms, zone)}`;

/** `14:05` in a named zone, or in this computer's. */
export const formatTime = (ms: number, zone?: string): string =>
  dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...inZone(zone) }).format(ms);

/** `Mon 09:00`: a time within a week of now, in a named zone. */
export const formatWeekdayTime = (ms: number, zone: string): string =>
  `${dateFormat({ weekday: 'short', ...inZone(zone) }).format(ms)} ${formatTime(ms, zone)}`;

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`; a time to come reads `in 5 min`. */
export function formatAgo(ms: number, nowMs: number): string {
  const apartMs = Math.abs(nowMs - ms);
  if (apartMs < 45_000) return t('units.justNow');
  const time = roundDuration(apartMs);
  return ms > nowMs ? t('units.toCome', { time }) : t('units.ago', { time });
}

function roundDuration(ms: number): string {
  if (ms < HOUR_MS) return minutesText(Math.max(1, Math.round(ms / MINUTE_MS)));
  if (ms < DAY_MS) return hoursText(Math.floor(ms / HOUR_MS), 0);
  return daysText(Math.floor(ms / DAY_MS));
}

/** Only English reads better without: `Tue 3 Nov`. */
const withoutComma = (text: string): string =>
  currentLanguage() === 'en' ? text.replace(',', '') : text;

const inZone = (zone: string | undefined): { timeZone: string } | undefined =>
  zone === undefined ? undefined : { timeZone: zone };
