import type { Json } from '../json.ts';
import type { RecordState } from './merge.ts';
import { fieldStamp } from './merge.ts';

/**
 * Everything that was ever written to one field, in the one order of all writes: for a field that several
 * people may write, where what the first of them said must outlive what the last one did.
 */
export function writingsOf(state: RecordState, field: string): readonly Json[] {
  const current = state.fields[field];
  if (current === undefined) return [];
  const past = (state.past ?? []).filter((old) => old.field === field);
  return [...past, { stamp: fieldStamp(state, field), value: current }]
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
    .map(({ value }) => value);
}
