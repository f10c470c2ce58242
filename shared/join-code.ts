import type { RandomBytes } from './ids.ts';

/**
 * A short code for an invite, `XXXX-XXXX-XXXX` in Crockford's base 32. The first four characters say where
 * the encrypted invite lies and are no secret; the other eight (40 bits) are the passphrase that opens it.
 */
export interface JoinCode {
  /** Lower case, as it is part of a name on disk and of an address. */
  readonly locator: string;
  readonly secret: string;
}

export const LOCATOR_PATTERN = /^[0-9a-hjkmnp-tv-z]{4}$/;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOCATOR_LENGTH = 4;
const CODE_LENGTH = 12;
const GROUP = /.{1,4}/g;

/** What a code of a letter or digit that Crockford's alphabet leaves out is read as. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

export function newJoinCode(random: RandomBytes): JoinCode {
  let code = '';
  for (const byte of random(CODE_LENGTH)) code += ALPHABET.charAt(byte & 31);
  return codeOf(code);
}

/** The code as people read it aloud. */
export const joinCodeText = ({ locator, secret }: JoinCode): string =>
  grouped(locator.toUpperCase() + secret);

/** What somebody typed, in whatever case and spacing; null unless it is a whole code. */
export function parseJoinCode(typed: string): JoinCode | null {
  const code = codeCharacters(typed);
  return code?.length === CODE_LENGTH ? codeOf(code) : null;
}

/** What was typed so far, in groups; null where it cannot become a code. */
export function groupedJoinCode(typed: string): string | null {
  const code = codeCharacters(typed);
  return code === null || code.length > CODE_LENGTH ? null : grouped(code);
}

function codeCharacters(typed: string): string | null {
  let code = '';
  for (const character of typed.toUpperCase()) {
    if (/[\s\-–—]/.test(character)) continue;
    const read = LOOKALIKES[character] ?? character;
    if (!ALPHABET.includes(read)) return null;
    code += read;
  }
  return code;
}

const codeOf = (code: string): JoinCode => ({
  locator: code.slice(0, LOCATOR_LENGTH).toLowerCase(),
  secret: code.slice(LOCATOR_LENGTH),
});

const grouped = (code: string): string => (code.match(GROUP) ?? []).join('-');
