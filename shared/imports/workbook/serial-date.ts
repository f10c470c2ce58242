const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;

/**
 * A serial date as ISO 8601 text without a zone: `2024-05-11`, `2024-05-11T15:26:00`, or `15:26:00` where
 * it holds a time alone. The 1900 system counts a 29 February 1900 that never was (serial 60); the 1904
 * system counts from 1 January 1904 (ECMA-376 part 1, 18.17.4.1). Null beyond the year 9999.
 */
export function serialText(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  // To the second: what a spreadsheet keeps of a clock time is a rounded fraction.
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds % DAY_SECONDS;
  const clock = clockText(rest);
  if (days === 0 && !is1904) return clock;
  const day = dayText(days, is1904);
  return rest === 0 ? day : `${day}T${clock}`;
}

function dayText(days: number, is1904: boolean): string {
  if (!is1904 && days === 60) return '1900-02-29';
  const zeroMs = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(zeroMs + days * DAY_MS).toISOString().slice(0, 10);
}

const two = (value: number): string => String(value).padStart(2, '0');

function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Number formats that are dates without a code of their own, by number (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a cell's number format shows a date. A length of time (`[h]:mm`) is none. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  if (code.length > 255 || /\[[hms]+\]/i.test(code)) return false;
  const [shown = ''] = code.split(';');
  const letters = shown
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  return /[dmyhs]/i.test(letters);
}
