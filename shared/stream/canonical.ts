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
export function jsonFault(value: unknown, depth: number): JsonFault | null {
  switch (typeof value) {
    case 'string':
      return LONE_SURROGATE.test(value) ? 'lone-surrogate' : null;
    case 'number':
      return Number.isFinite(value) ? null : 'not-finite';
    case 'boolean':
      return null;
    case 'object':
      return value === null ? null : containerFault(value, depth);
    default:
      return 'not-json';
  }
}

function containerFault(value: object, depth: number): JsonFault | null {
  if (depth === 0) return 'too-deep';
  if (Array.isArray(value)) {
    for (const each of value as readonly unknown[]) {
      const fault = jsonFault(each, depth - 1);
      if (fault) return fault;
    }
    return null;
  }
  for (const [key, each] of Object.entries(value) as [string, unknown][]) {
    if (FORBIDDEN_KEYS.has(key)) return 'forbidden-key';
    if (LONE_SURROGATE.test(key)) return 'lone-surrogate';
    const fault = jsonFault(each, depth - 1);
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
