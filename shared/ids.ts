import type { MonthKey } from './day.ts';

/** Fills an array with random bytes; passed in, so that `shared` stays pure. */
export type RandomBytes = (count: number) => Uint8Array;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random id of 16 characters of Crockford's base 32 (80 bits). */
export function newId(random: RandomBytes): string {
  let id = '';
  for (const byte of random(16)) id += ALPHABET[byte & 31];
  return id;
}

/**
 * A deliverable's id begins with the month in which it came to be, so that its packed history can be
 * found from the id alone: `202611-` and a random or derived part.
 */
export const deliverableId = (month: MonthKey, part: string): string =>
  `${month.replace('-', '')}-${part}`;

/** The month in a deliverable's id, or null where the id has none. */
export function monthOfDeliverable(id: string): MonthKey | null {
  return /^\d{6}-/.test(id) ? `${id.slice(0, 4)}-${id.slice(4, 6)}` : null;
}
