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
  const first = ours.reduce((a, b) => (b < a ? b : a));
  const { audience, type, id } = state;
  if (beginOf(state) === first) {
    // Without its hash a later import of the same row brings it back.
    return { audience, type, id, fields: { deleted: true, importHash: null } };
  }
  const fields: Record<string, Json> = {};
  for (const name of Object.keys(state.fields)) {
    if (ours.includes(fieldStamp(state, name))) fields[name] = valueBefore(state, name, first);
  }
  return { audience, type, id, fields };
}

/**
 * Every moment at which the record became this import's: when it wrote to it (more than once, where it
 * was cut off and finished), and when the undoing of a later one gave the record back to it.
 */
function stampsOf(state: RecordState, importId: string): readonly Stamp[] {
  const stamps = [fieldStamp(state, 'importId')];
  for (const { field, value, stamp } of state.past ?? []) {
    if (field === 'importId' && value === importId) stamps.push(stamp);
  }
  return stamps;
}

function beginOf(state: RecordState): Stamp {
  const stamps = Object.keys(state.fields).map((name) => fieldStamp(state, name));
  for (const { stamp } of state.past ?? []) stamps.push(stamp);
  return stamps.reduce((a, b) => (b < a ? b : a), state.stamp);
}

/** What a field held before a moment; null where it was not there yet. */
function valueBefore(state: RecordState, name: string, moment: Stamp): Json {
  let latest: { readonly stamp: Stamp; readonly value: Json } | null = null;
  for (const old of state.past ?? []) {
    if (old.field !== name || old.stamp >= moment) continue;
    if (latest === null || old.stamp > latest.stamp) latest = old;
  }
  return latest?.value ?? null;
}
