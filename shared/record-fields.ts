import type { DayKey } from './day.ts';
import { isDayKey } from './day.ts';
import type { Json } from './json.ts';
import type { Fields } from './stream/change.ts';

/**
 * Tolerant readers of stored fields. A record may come from a newer or a faulty program: a field of
 * the wrong kind reads as absent, so one bad value never hides the record.
 */
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (fields: Fields, name: string): number | null => {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** The years 1 to 9999, which a `DayKey` can name in every zone. */
const FIRST_INSTANT_MS = Date.parse('0001-01-02T00:00:00Z');
const LAST_INSTANT_MS = Date.parse('9999-12-30T00:00:00Z');

/** An instant in UTC milliseconds; one that no calendar can show reads as absent. */
export const instantOf = (fields: Fields, name: string): number | null => {
  const value = numberOf(fields, name);
  return value !== null && isInstant(value) ? value : null;
};

/** Whether a calendar can show it. */
export const isInstant = (ms: number): boolean => ms >= FIRST_INSTANT_MS && ms <= LAST_INSTANT_MS;

/** A `DayKey`; empty where it is none. */
export const dayOf = (fields: Fields, name: string): DayKey => {
  const day = textOf(fields, name);
  return isDayKey(day) ? day : '';
};

export const flagOf = (fields: Fields, name: string): boolean => fields[name] === true;

export const textsOf = (fields: Fields, name: string): readonly string[] => {
  const value = fields[name];
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
};

export const objectOf = (value: Json | undefined): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** The objects of a list; what else is in it, or what is no list, reads as absent. */
export const objectsIn = (value: Json | undefined): readonly Fields[] =>
  Array.isArray(value) ? value.map(objectOf).filter((each) => each !== null) : [];

/** The one of `choices` that the field holds, else `otherwise`. */
export function choiceOf<T extends string>(
  fields: Fields,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const value = fields[name];
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Fields named `<prefix>.<key>`, by key. */
export function* prefixedFields(fields: Fields, prefix: string): Generator<[string, Fields]> {
  const start = `${prefix}.`;
  for (const name of Object.keys(fields)) {
    if (!name.startsWith(start)) continue;
    const object = objectOf(fields[name]);
    if (object) yield [name.slice(start.length), object];
  }
}
