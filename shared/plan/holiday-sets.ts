import Holidays from 'date-holidays';
import { addDays, isDayKey } from '../day.ts';
import type { DayKey } from '../day.ts';

/**
 * National holidays of about two hundred countries, by the library `date-holidays` (code ISC, data
 * CC BY-SA 3.0). Heavy: import it only where somebody chooses holidays. Dates by the moon are
 * calculated; a government's own announcement may differ by a day.
 */

/** A country, state or region by its code and its English name. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

export interface NamedDay {
  readonly day: DayKey;
  readonly name: string;
  /** A public holiday is free for all; other days are kept by some, or for a part of the day. */
  readonly isPublic: boolean;
}

export const holidayCountries = (): readonly Place[] =>
  byName(
    Object.fromEntries(
      Object.entries(new Holidays().getCountries('en')).map(([code, name]) => [
        code,
        // The library has many names in the country's own language alone.
        englishNames.of(code) ?? name,
      ]),
    ),
  );

const englishNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * States or regions with holidays of their own, as they call themselves where no English name is
 * known; empty where the country has none.
 */
export const holidayStates = (country: string): readonly Place[] =>
  country === '' ? [] : byName(new Holidays().getStates(country, 'en'));

/**
 * The holidays of a year, each day once, in order; `state` may be empty. Empty for a country that the
 * library does not know.
 */
export function nationalHolidays(
  country: string,
  state: string,
  year: number,
): readonly NamedDay[] {
  const holidays = new Holidays();
  holidays.init(state === '' ? { country } : { country, state });
  const byDay = new Map<DayKey, NamedDay>();
  for (const holiday of holidays.getHolidays(year, 'en')) {
    if (!LISTED_TYPES.has(holiday.type)) continue;
    for (const { day, isWhole } of daysOf(holiday)) {
      const isPublic = holiday.type === 'public' && isWhole;
      const held = byDay.get(day);
      if (held && (held.isPublic || !isPublic)) continue;
      byDay.set(day, { day, name: holiday.name, isPublic });
    }
  }
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Observances and school holidays close no office. */
const LISTED_TYPES: ReadonlySet<string> = new Set(['public', 'bank', 'optional']);

const DAY_MS = 86_400_000;

/** The local dates that a holiday covers, as its `date` text has them: no zone of this computer enters. */
function daysOf({
  date,
  start,
  end,
}: {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
}): readonly { day: DayKey; isWhole: boolean }[] {
  const first = date.slice(0, 10);
  if (!isDayKey(first)) return [];
  const lengthMs = end.getTime() - start.getTime();
  const isWhole = date.slice(11, 19) === '00:00:00' && lengthMs >= DAY_MS - 2 * 3_600_000;
  const count = Math.max(1, Math.round(lengthMs / DAY_MS));
  return Array.from({ length: count }, (_, at) => ({ day: addDays(first, at), isWhole }));
}

const byName = (names: Readonly<Record<string, string>> | undefined): readonly Place[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => collator.compare(a.name, b.name));

const collator = new Intl.Collator('en');
