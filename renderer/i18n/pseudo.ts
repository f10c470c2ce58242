import type { Words } from './words.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ö',
  U: 'Ü',
};

/** What stays as it is: places for values, and texts within texts. */
const KEPT = /(\{\{\w+\}\}|\$t\([^)]*\))/;
/** German and Portuguese run to about so much more than English; short words to more still. */
const LONGER_BY = 0.4;
const RIGHT_TO_LEFT_OVERRIDE = '\u202E';
const POP = '\u202C';

/** Every text of a catalogue made longer, accented and marked at its ends: what is cut off shows. */
export const stretchedWords = (words: Words): Words => mapTexts(words, stretched);

/** Every text of a catalogue as a script that is written from the right would run. */
export const mirroredWords = (words: Words): Words => mapTexts(words, mirrored);

function mapTexts(words: Words, change: (text: string) => string): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : mapTexts(value, change),
    ]),
  );
}

function stretched(text: string): string {
  const accented = outsideKept(text, (part) =>
    [...part].map((letter) => ACCENTED[letter] ?? letter).join(''),
  );
  const missing = Math.ceil(text.replaceAll(/\{\{\w+\}\}/g, '').length * LONGER_BY);
  return `[${accented}${' ö'.repeat(Math.ceil(missing / 2))}]`;
}

const mirrored = (text: string): string =>
  outsideKept(text, (part) =>
    part.trim() === '' ? part : `${RIGHT_TO_LEFT_OVERRIDE}${part}${POP}`,
  );

const outsideKept = (text: string, change: (part: string) => string): string =>
  text
    .split(KEPT)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
