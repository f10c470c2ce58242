import type { Json } from '../json.ts';
import type { RecordState } from '../stream/merge.ts';
import type { TimedEdit } from './desk.ts';

/** The records of the sample as they stood at an instant, by type. `edits` are in the order of their time. */
export function knownBy(
  edits: readonly TimedEdit[],
  atMs: number,
): ReadonlyMap<string, readonly RecordState[]> {
  const fieldsByKey = new Map<string, { edit: TimedEdit['edit']; fields: Record<string, Json> }>();
  for (const { atMs: writtenAtMs, edit } of edits) {
    if (writtenAtMs > atMs) break;
    const key = `${edit.audience}|${edit.type}|${edit.id}`;
    const held = fieldsByKey.get(key);
    if (held) Object.assign(held.fields, edit.fields);
    else fieldsByKey.set(key, { edit, fields: { ...edit.fields } });
  }
  const byType = new Map<string, RecordState[]>();
  for (const { edit, fields } of fieldsByKey.values()) {
    const { audience, type, id } = edit;
    const record = { audience, type, id, fields, stamp: '' };
    const held = byType.get(type);
    if (held) held.push(record);
    else byType.set(type, [record]);
  }
  return byType;
}
