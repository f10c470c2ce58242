import type { Json } from '../json.ts';
import { textOf } from '../record-fields.ts';
import type { Edit } from '../stream/change.ts';
import type { RecordState, Stamp } from '../stream/merge.ts';
import { fieldStamp } from '../stream/merge.ts';

/**
 * What takes one import's writes to a record back: a record that began with the import is deleted, of
 * another each field that still has the import's value gets the one from before. Read from the record
 * alone, so that an import which was cut off can be undone on any device. Null where the record was
 * last touched by another import, or by none.
 */
export function undoRecord(state: RecordState, importId: string): Edit | null {
  if (textOf(state.fields, 'importId') !== importId) return null;
  const ours = stampsOf(state, importId);
  const { audience, type, id } = state;
  if (beganWith(state, ours)) {
    // Without its hash a later import of the same row brings it back.
    return { audience, type, id, fields: { deleted: true, importHash: null } };
  }
  const fields: Record<string, Json> = {};
  for (const name of Object.keys(state.fields)) {
    if (ours.has(fieldStamp(state, name))) fields[name] = valueBefore(state, name, ours);
  }
  return { audience, type, id, fields };
}

/** Every moment at which this import wrote to the record: one, or more where it was cut off and finished. */
function stampsOf(state: RecordState, importId: string): ReadonlySet<Stamp> {
  const stamps = new Set([fieldStamp(state, 'importId')]);
  for (const { field, value, stamp } of state.past ?? []) {
    if (field === 'importId' && value === importId) stamps.add(stamp);
  }
  return stamps;
}

function beganWith(state: RecordState, ours: ReadonlySet<Stamp>): boolean {
  let first: Stamp | null = null;
  for (const name of Object.keys(state.fields)) first = earlier(first, fieldStamp(state, name));
  for (const { stamp } of state.past ?? []) first = earlier(first, stamp);
  return first !== null && ours.has(first);
}

const earlier = (a: Stamp | null, b: Stamp): Stamp => (a === null || b < a ? b : a);

function valueBefore(state: RecordState, name: string, ours: ReadonlySet<Stamp>): Json {
  let latest: { readonly stamp: Stamp; readonly value: Json } | null = null;
  for (const old of state.past ?? []) {
    if (old.field !== name || ours.has(old.stamp)) continue;
    if (latest === null || old.stamp > latest.stamp) latest = old;
  }
  return latest?.value ?? null;
}
