import type { DayKey, MonthKey } from '../day.ts';
import { minorDigits } from './report-table.ts';

/**
 * Numbers, money, times and days as one country writes them (CLDR, as the runtime has it). Months are
 * named in every one, because 3/11 is two different days.
 */
export interface Formats {
  /** BCP 47. */
  readonly locale: string;
  /** At most `digits` decimals, 2 unless told. */
  readonly number: (value: number, digits?: number) => string;
  /** A ratio of 0 to 1, as a percentage with at most `digits` decimals, 1 unless told. */
  readonly ratio: (ratio: number, digits?: number) => string;
  /** Minor units of an ISO 4217 currency, with its sign or code. */
  readonly money: (minor: number, currency: string) => string;
  /** ms of working time as hours and minutes. */
  readonly duration: (ms: number) => string;
  readonly day: (day: DayKey) => string;
  readonly month: (month: MonthKey) => string;
  /** UTC ms in a zone, with the zone's name where `isNamed`. */
  readonly instant: (ms: number, zone: string) => string;
}

/** The ways of writing that a report offers, by BCP 47. */
export const REPORT_LOCALES = [
  'en-GB',
  'en-US',
  'en-AU',
  'en-PH',
  'en-IN',
  'en-KE',
  'es-CO',
  'es-MX',
  'es-ES',
  'pt-BR',
  'fil-PH',
  'hi-IN',
  'id-ID',
  'vi-VN',
  'de-DE',
  'fr-FR',
  'nl-NL',
] as const;
export type ReportLocale = (typeof REPORT_LOCALES)[number];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export function reportFormats(locale: ReportLocale): Formats {
  const numbers = new Map<number, Intl.NumberFormat>();
  const ratios = new Map<number, Intl.NumberFormat>();
  const days = new Intl.DateTimeFormat(locale, { ...DAY_PARTS, timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const number = (value: number, digits = 2): string => {
    let format = numbers.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
      numbers.set(digits, format);
    }
    return format.format(value);
  };
  const ratio = (value: number, digits = 1): string => {
    let format = ratios.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
      ratios.set(digits, format);
    }
    return format.format(value);
  };
  return {
    locale,
    number,
    ratio,
    money: (minor, currency) => moneyText(locale, minor, currency),
    duration: (ms) => durationText(locale, ms),
    day: (day) => {
      const ms = Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(ms) ? day : days.format(ms);
    },
    month: (month) => {
      const ms = Date.parse(`${month}-01T00:00:00Z`);
      return Number.isNaN(ms) ? month : months.format(ms);
    },
    instant: (ms, zone) => instantText(locale, ms, zone),
  };
}

const DAY_PARTS = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
} as const satisfies Intl.DateTimeFormatOptions;

function moneyText(locale: string, minor: number, currency: string): string {
  const amount = minor / 10 ** minorDigits(currency);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    // Not a currency that the runtime knows: its letters stand as they were typed.
    return `${new Intl.NumberFormat(locale).format(amount)} ${currency}`.trim();
  }
}

/** Whole minutes below ten hours, whole hours from there on. */
function durationText(locale: string, ms: number): string {
  const unit = (value: number, name: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0 }).format(
      value,
    );
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return unit(minutes, 'minute');
  if (hours >= 10) return unit(Math.round(ms / HOUR_MS), 'hour');
  const rest = minutes - hours * 60;
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
}

function instantText(locale: string, ms: number, zone: string): string {
  const parts = { ...DAY_PARTS, hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }).format(ms);
  } catch {
    return `${new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(ms)} UTC`;
  }
}
