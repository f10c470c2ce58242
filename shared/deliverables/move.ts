import type { Json } from '../json.ts';
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
 * What was written where work was, by somebody who did not know yet that it had moved, and later than
 * anything said of the same where it is now: merged field by field as if it had never moved. Carried
 * over once, it is late no longer.
 */
export function lateFields(before: RecordState, now: RecordState): Record<string, Json> {
  const late: Record<string, Json> = {};
  if (before.fields['movedTo'] !== now.audience) return late;
  const movedStamp = fieldStamp(before, 'movedTo');
  for (const [name, value] of Object.entries(before.fields)) {
    if (OF_THE_PLACE.has(name)) continue;
    const stamp = fieldStamp(before, name);
    const isNewer = now.fields[name] === undefined || stamp > fieldStamp(now, name);
    if (stamp > movedStamp && isNewer) late[name] = value;
  }
  return late;
}

/** Says where the record lives, and not what the work is. */
const OF_THE_PLACE: ReadonlySet<string> = new Set(['movedTo', 'movedFrom', 'deleted']);
