import { Temporal } from 'temporal-polyfill';

/**
 * The independent calculation that the app's figures are held against: a table with one bit for each
 * minute from 2009 to 2014, set by walking every local day, and sums over it. Written apart from
 * everything in the product.
 */
const FROM_MS = Date.UTC(2009, 11, 1);
const TO_MS = Date.UTC(2014, 5, 1);
const ZONE = 'Europe/Rome';

/** Italian national holidays: fixed dates and Easter Mondays, from the calendar. */
const FIXED = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];
const EASTER_MONDAYS = ['2010-04-05', '2011-04-25', '2012-04-09', '2013-04-01', '2014-04-21'];

export const ITALIAN_HOLIDAYS: readonly string[] = [2009, 2010, 2011, 2012, 2013, 2014]
  .flatMap((year) => FIXED.map((day) => `${year}-${day}`))
  .concat(EASTER_MONDAYS)
  .toSorted();

/** Cumulative working minutes at each minute: Monday to Friday 9:00–18:00 without Italian holidays. */
export function minuteTable(): Uint32Array {
  const minutes = (TO_MS - FROM_MS) / 60_000;
  const open = new Uint8Array(minutes);
  let date = Temporal.PlainDate.from('2009-11-30');
  while (date.year < 2014 || date.month < 7) {
    if (date.dayOfWeek <= 5 && !ITALIAN_HOLIDAYS.includes(date.toString())) {
      for (let minute = 9 * 60; minute < 18 * 60; minute++) {
        const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
        const at = date.toPlainDateTime(time).toZonedDateTime(ZONE).epochMilliseconds;
        const index = (at - FROM_MS) / 60_000;
        if (index >= 0 && index < minutes) open[index] = 1;
      }
    }
    date = date.add({ days: 1 });
  }
  const sums = new Uint32Array(minutes + 1);
  for (let i = 0; i < minutes; i++) sums[i + 1] = (sums[i] as number) + (open[i] as number);
  return sums;
}

/** Working ms between two instants by the table, seconds within a minute counted as they are. */
export function tableBetween(sums: Uint32Array, fromMs: number, toMs: number): number {
  const until = (ms: number): number => {
    const index = Math.floor((ms - FROM_MS) / 60_000);
    const whole = (sums[index] as number) * 60_000;
    const isOpen = (sums[index + 1] as number) > (sums[index] as number);
    return whole + (isOpen ? ms - FROM_MS - index * 60_000 : 0);
  };
  return until(toMs) - until(fromMs);
}
