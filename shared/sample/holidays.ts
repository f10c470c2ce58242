import { addDays, weekdayOf } from '../day.ts';
import type { DayKey } from '../day.ts';

export type Country = 'CO' | 'KE' | 'PH';

/**
 * The days on which a country's offices stay closed in a year, sorted.
 * Sources: Colombia, Ley 51 de 1983 and Ley 2578 de 2026; Kenya, Public Holidays Act (cap. 110); Philippines, Republic Acts
 * 9492, 9849, 10966 and the yearly proclamation, without Chinese New Year. Islamic dates follow the
 * Umm al-Qura calendar; a government's own announcement may differ by a day.
 */
export function publicHolidays(country: Country, year: number): readonly DayKey[] {
  return [...new Set(RULES[country](year))].toSorted();
}

const RULES: Record<Country, (year: number) => readonly DayKey[]> = {
  CO: (year) => {
    const easter = easterSunday(year);
    return [
      ...fixed(year, ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25']),
      ...fixed(year, ['01-06', '03-19', '06-29', '07-09', '08-15', '10-12', '11-01', '11-11']).map(
        mondayFrom,
      ),
      // Maundy Thursday, Good Friday, and Ascension, Corpus Christi and Sacred Heart on their Mondays.
      ...[-3, -2, 43, 64, 71].map((days) => addDays(easter, days)),
    ];
  },
  KE: (year) => {
    const easter = easterSunday(year);
    const dates = ['01-01', '05-01', '06-01', '10-10', '10-20', '12-12', '12-25', '12-26'];
    return [
      ...[...fixed(year, dates), ...hijriDays(10, 1, year)].map(notOnSunday),
      addDays(easter, -2),
      addDays(easter, 1),
    ];
  },
  PH: (year) => {
    const easter = easterSunday(year);
    const dates = ['01-01', '04-09', '05-01', '06-12', '08-21', '11-01', '11-02', '11-30'];
    return [
      ...fixed(year, [...dates, '12-08', '12-24', '12-25', '12-30', '12-31']),
      ...[-3, -2, -1].map((days) => addDays(easter, days)),
      lastMonday(year, '08-31'),
      ...hijriDays(10, 1, year),
      ...hijriDays(12, 10, year),
    ];
  },
};

const fixed = (year: number, dates: readonly string[]): DayKey[] =>
  dates.map((date) => `${year}-${date}`);

const mondayFrom = (day: DayKey): DayKey => addDays(day, (8 - weekdayOf(day)) % 7);

const notOnSunday = (day: DayKey): DayKey => (weekdayOf(day) === 7 ? addDays(day, 1) : day);

const lastMonday = (year: number, monthEnd: string): DayKey =>
  addDays(`${year}-${monthEnd}`, 1 - weekdayOf(`${year}-${monthEnd}`));

/** Western Easter in the Gregorian calendar (Meeus, Jones and Butcher's method). */
export function easterSunday(year: number): DayKey {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * a + century - Math.floor(century / 4) - leapShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((a + 11 * moon + 22 * weekday) / 451);
  const sinceMarch = moon + weekday - 7 * shift + 114;
  const month = String(Math.floor(sinceMarch / 31)).padStart(2, '0');
  return `${year}-${month}-${String((sinceMarch % 31) + 1).padStart(2, '0')}`;
}

/** The Gregorian days of `year` that are this day of this month in the Umm al-Qura calendar. */
function hijriDays(month: number, day: number, year: number): DayKey[] {
  const format = new Intl.DateTimeFormat('en-US', {
    calendar: 'islamic-umalqura',
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const wanted = new RegExp(`^${month}/${day}(?!\\d)`);
  const found: DayKey[] = [];
  for (let at: DayKey = `${year}-01-01`; at.startsWith(String(year)); at = addDays(at, 1)) {
    if (wanted.test(format.format(Date.parse(`${at}T12:00:00Z`)))) found.push(at);
  }
  return found;
}
