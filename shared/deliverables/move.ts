import type { Json } from '../json.ts';
import { canonicalJson } from '../stream/canonical.ts';
import type { Audience, Edit } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import { fieldStamp } from '../stream/merge.ts';

/** Who moves work, and when; UTC ms. */
export interface Moving {
  readonly byId: string;
  readonly atMs: number;
  /** IANA zone of the member who gets it. */
  readonly zone: string;
}

/**
 * The edits that move a deliverable to another member's audience: written whole there under the same
 * id, marked as moved where it was. `there` is what that audience holds of it already: work that comes
 * back is moved no longer, and what was cleared meanwhile stays cleared.
 */
export function moveEdits(
  held: RecordState,
  there: RecordState | undefined,
  to: Audience,
  { byId, atMs, zone }: Moving,
): readonly Edit[] {
  const { type, id } = held;
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(held.fields)) {
    const isSilent = value === null && (there?.fields[name] ?? null) === null;
    if (!isSilent && !OF_THE_PLACE.has(name)) fields[name] = value;
  }
  if (there) {
    for (const name of Object.keys(there.fields)) {
      if (!(name in held.fields) && !OF_THE_PLACE.has(name)) fields[name] = null;
    }
    if (there.fields['movedTo'] !== undefined) fields['movedTo'] = null;
    if (there.fields['deleted'] !== undefined) fields['deleted'] = false;
  }
  return [
    {
      audience: to,
      type,
      id,
      fields: { ...fields, zone, movedFrom: held.audience, assignedById: byId, assignedAtMs: atMs },
    },
    { audience: held.audience, type, id, fields: { movedTo: to } },
  ];
}

/**
 * What is said where work was and is not known where it is now: written there by somebody who had not
 * heard of the move, or not heard of when it was moved. It counts as if the work had never moved, unless
 * the same was said at the new place later. Carried over once, it is late no longer.
 */
export function lateFields(before: RecordState, now: RecordState): Record<string, Json> {
  const late: Record<string, Json> = {};
  if (before.fields['movedTo'] !== now.audience) return late;
  const copiedStamp = fieldStamp(now, 'movedFrom');
  for (const [name, value] of Object.entries(before.fields)) {
    const held = now.fields[name];
    if (OF_THE_PLACE.has(name) || OF_THE_MOVE.has(name) || isSame(held, value)) continue;
    const heldStamp = held === undefined ? copiedStamp : fieldStamp(now, name);
    const isUntouched = heldStamp === copiedStamp;
    if (isUntouched || fieldStamp(before, name) > heldStamp) late[name] = value;
  }
  return late;
}

const isSame = (a: Json | undefined, b: Json): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b);

/** Says where the record lives, and not what the work is. */
const OF_THE_PLACE: ReadonlySet<string> = new Set(['movedTo', 'movedFrom', 'deleted']);
/** What a move itself says anew. */
const OF_THE_MOVE: ReadonlySet<string> = new Set(['zone', 'assignedById', 'assignedAtMs']);
