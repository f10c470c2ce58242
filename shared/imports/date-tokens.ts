import { monthNamed } from './month-names.ts';

/** A date's parts as they are written, its clock time and its offset. */
export interface DateTokens {
  /** Three: digits, or one month's name among them. */
  readonly parts: readonly string[];
  readonly time: {
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly ms: number;
  } | null;
  /** `Z`, `+0800` or null. */
  readonly offset: string | null;
}

const TIME = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?\s?m\.?(?![a-z]))?/i;
const OFFSET = /^\s?(?:(?:UTC|GMT)\s?([+-]\d{2}:?\d{2})?|(Z)|([+-]\d{2}:?\d{2}))(?![\d])/i;

/** Words that may stand in a date and say nothing: weekdays, ordinals, `de`, `at`. */
const FILLERS = new Set(
  (
    'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
    'lun lunes mar martes mie miercoles jue jueves vie viernes sab sabado dom domingo ' +
    'st nd rd th de of at um le'
  ).split(' '),
);

/** Splits a date of at most 64 characters into its parts, or null where something in it belongs to no date. */
export function dateTokens(text: string): DateTokens | null {
  const found = TIME.exec(text);
  let rest = text;
  let time: DateTokens['time'] = null;
  let offset: string | null = null;
  if (found) {
    time = clockTime(found);
    if (!time) return null;
    let after = text.slice(found.index + found[0].length);
    const zone = OFFSET.exec(after);
    if (zone) {
      offset = zone[1] ?? zone[3] ?? 'Z';
      // `GMT+0000 (Coordinated Universal Time)`
      after = after.slice(zone[0].length).replace(/^\s?\([^)]*\)$/, '');
    }
    rest = `${text.slice(0, found.index)} ${after}`;
  }
  const parts = dateParts(rest);
  return parts && { parts, time, offset };
}

function clockTime(match: RegExpExecArray): DateTokens['time'] {
  const [, hourText, minute, second, fraction, half] = match;
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return {
    hour,
    minute: Number(minute),
    second: Number(second ?? 0),
    ms: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
  };
}

function dateParts(text: string): readonly string[] | null {
  const parts: string[] = [];
  let hasName = false;
  for (const [token] of text.matchAll(/\d+|\p{L}+|[^\d\p{L}\s]/gu)) {
    if (/^\d/.test(token)) {
      if (token.length > 4) return null;
      parts.push(token);
    } else if (/^\p{L}/u.test(token)) {
      const word = token.toLowerCase();
      // `mar` is Tuesday in Spanish and March in most: March, unless a month was named already.
      if (!hasName && monthNamed(word) !== null) {
        parts.push(word);
        hasName = true;
      } else if (!FILLERS.has(word) && word !== 't') return null;
    } else if (!'/-.,'.includes(token)) return null;
  }
  return parts.length === 3 ? parts : null;
}
