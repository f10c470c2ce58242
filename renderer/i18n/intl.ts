import { localeTag } from './language.ts';

/** Intl formatters cost a tenth of a millisecond each to build: kept by their options. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Of the language that is spoken. Throws `RangeError` for options that are none, like an unknown currency. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${localeTag()} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(localeTag(), options)));
  return format;
}

/** A zone this computer does not know reads as UTC, as it does when a day is stored. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${localeTag()} ${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(localeTag(), options);
    } catch {
      format = new Intl.DateTimeFormat(localeTag(), { ...options, timeZone: 'UTC' });
    }
    dateFormats.set(key, format);
  }
  return format;
}
