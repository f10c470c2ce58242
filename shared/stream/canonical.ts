import type { Json } from '../json.ts';

/**
 * RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them. The value must have no `jsonFault`.
 */
export function canonicalJson(value: Json): string {
  return isSorted(value) ? JSON.stringify(value) : sortedText(value);
}

/** What a value parsed from JSON (or sent by a window) can hold that has no canonical form or no place here. */
export type JsonFault = 'too-deep' | 'forbidden-key' | 'not-finite' | 'lone-surrogate' | 'not-json';

/** Keys that would reach an object's prototype where somebody copies fields carelessly. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The first fault found, or null; `depth` counts levels of arrays and objects that are allowed. */
export const jsonFault = (value: unknown, depth: number): JsonFault | null =>
  faultIn(value, depth, true);

/** The same of what was read from a text in which `mayHoldSurrogates` found none: nearly all there is. */
export const jsonFaultInPlain = (value: unknown, depth: number): JsonFault | null =>
  faultIn(value, depth, false);

const SURROGATE = /[\ud800-\udfff]/;

/** False where no string that a text of JSON holds can have a surrogate, alone or in a pair. */
export const mayHoldSurrogates = (text: string): boolean =>
  mayEscapeSurrogates(text) || SURROGATE.test(text);

/** The same of a text that has none itself. */
export const mayEscapeSurrogates = (text: string): boolean => text.includes(String.raw`\u`);

function faultIn(value: unknown, depth: number, looksAtTexts: boolean): JsonFault | null {
  switch (typeof value) {
    case 'string':
      return looksAtTexts && LONE_SURROGATE.test(value) ? 'lone-surrogate' : null;
    case 'number':
      return Number.isFinite(value) ? null : 'not-finite';
    case 'boolean':
      return null;
    case 'object':
      return value === null ? null : containerFault(value, depth, looksAtTexts);
    default:
      return 'not-json';
  }
}

function containerFault(value: object, depth: number, looksAtTexts: boolean): JsonFault | null {
  if (depth === 0) return 'too-deep';
  if (Array.isArray(value)) {
    for (const each of value as readonly unknown[]) {
      const fault = faultIn(each, depth - 1, looksAtTexts);
      if (fault) return fault;
    }
    return null;
  }
  const members = value as Readonly<Record<string, unknown>>;
  // Keys alone: a list of pairs would be made anew for every change there is.
  for (const key of Object.keys(members)) {
    if (FORBIDDEN_KEYS.has(key)) return 'forbidden-key';
    if (looksAtTexts && LONE_SURROGATE.test(key)) return 'lone-surrogate';
    const fault = faultIn(members[key], depth - 1, looksAtTexts);
    if (fault) return fault;
  }
  return null;
}

/** Where every object's keys already come in order, the engine's own writer gives the canonical form. */
function isSorted(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) return value.every(isSorted);
  let previous: string | null = null;
  for (const key of Object.keys(value)) {
    if (previous !== null && key <= previous) return false;
    previous = key;
    const each = value[key];
    if (each !== undefined && !isSorted(each)) return false;
  }
  return true;
}

function sortedText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(sortedText).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const each = value[key];
    if (each !== undefined) members.push(`${JSON.stringify(key)}:${sortedText(each)}`);
  }
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow read-only arrays. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value);
