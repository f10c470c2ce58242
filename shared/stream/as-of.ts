import type { Json } from '../json.ts';
import type { Fields } from './change.ts';
import type { RecordState } from './merge.ts';
import { fieldStamp } from './merge.ts';

/**
 * The fields of a record as they stood at a stamp: of each the last value that was written up to then. What
 * is written later with an earlier stamp was said before it, and counts.
 */
export function fieldsAsOf(state: RecordState, stamp: string): Fields {
  const names = Object.keys(state.fields);
  if (names.every((name) => fieldStamp(state, name) <= stamp)) return state.fields;
  const fields: Record<string, Json> = {};
  for (const name of names) {
    const value = valueAsOf(state, name, stamp);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function valueAsOf(state: RecordState, name: string, stamp: string): Json | undefined {
  if (fieldStamp(state, name) <= stamp) return state.fields[name];
  let latest: { readonly stamp: string; readonly value: Json } | undefined;
  for (const old of state.past ?? []) {
    if (old.field !== name || old.stamp > stamp) continue;
    if (!latest || old.stamp > latest.stamp) latest = old;
  }
  return latest?.value;
}
