import type { Json } from '../json.ts';
import { flagOf, textOf } from '../record-fields.ts';
import type { Audience, Edit } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Draft } from './draft.ts';
import { WAIT_FIELD } from './draft.ts';

/** A draft whose names are resolved. */
export interface ResolvedRow {
  readonly draft: Draft;
  readonly audience: Audience;
  readonly outcomeId: string;
}

export interface ComparedRow {
  readonly kind: 'new' | 'changed' | 'same';
  /** What to write; empty where the row says nothing new. A move to another member takes two. */
  readonly edits: readonly Edit[];
}

/** What a record keeps of the row that it last became. */
export const importHashOf = ({ draft, outcomeId }: ResolvedRow): string =>
  `${draft.hash}.${outcomeId}`;

const SAME: ComparedRow = { kind: 'same', edits: [] };

/**
 * A row against the record it became at an earlier import, if any. While the row says what it said
 * then, nothing is written, whatever was edited here since. Where it says something else the table
 * wins, for the fields that its columns fill.
 */
export function compareRow(
  row: ResolvedRow,
  held: RecordState | undefined,
  importId: string,
): ComparedRow {
  const { draft, audience, outcomeId } = row;
  const importHash = importHashOf(row);
  const wanted: Record<string, Json> = { ...draft.fields, outcomeId };
  if (!held)
    return { kind: 'new', edits: [whole(row, draft.ids[0] ?? '', wanted, importHash, importId)] };
  const isHere = held.audience === audience;
  const isUnmoved = isHere && textOf(held.fields, 'movedTo') === '';
  if (isUnmoved && held.fields['importHash'] === importHash) return SAME;
  if (!isHere) {
    const left: Edit = {
      audience: held.audience,
      type: held.type,
      id: held.id,
      fields: { movedTo: audience, importId },
    };
    return { kind: 'changed', edits: [left, whole(row, held.id, wanted, importHash, importId)] };
  }
  const fields = { ...changedFields(held, wanted), importHash, importId };
  return {
    // What an undo took away comes back as if it were new.
    kind: flagOf(held.fields, 'deleted') ? 'new' : 'changed',
    edits: [{ audience, type: held.type, id: held.id, fields }],
  };
}

function whole(
  { audience }: ResolvedRow,
  id: string,
  wanted: Readonly<Record<string, Json>>,
  importHash: string,
  importId: string,
): Edit {
  const fields: Record<string, Json> = { importHash, importId };
  for (const [name, value] of Object.entries(wanted)) if (value !== null) fields[name] = value;
  return { audience, type: 'deliverable', id, fields };
}

function changedFields(
  held: RecordState,
  wanted: Readonly<Record<string, Json>>,
): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (JSON.stringify(held.fields[name] ?? null) !== JSON.stringify(value)) changed[name] = value;
  }
  for (const [name, value] of Object.entries(held.fields)) {
    const isGoneWait = name.startsWith(WAIT_FIELD) && wanted[name] === undefined && value !== null;
    if (isGoneWait) changed[name] = null;
  }
  if (flagOf(held.fields, 'deleted')) changed['deleted'] = false;
  if (textOf(held.fields, 'movedTo') !== '') changed['movedTo'] = null;
  return changed;
}
