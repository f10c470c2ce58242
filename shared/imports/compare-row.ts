import type { Json } from '../json.ts';
import { flagOf, textOf } from '../record-fields.ts';
import type { Audience, Edit } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import { fieldStamp } from '../stream/merge.ts';
import type { Draft } from './draft.ts';
import { WAIT_FIELD } from './draft.ts';

/** Work that a row's work needs, with its worker resolved. */
export interface ResolvedNeed {
  readonly ids: readonly string[];
  readonly memberId: string;
  readonly title: string;
  readonly doneAtMs: number | null;
}

/** A draft whose names are resolved. */
export interface ResolvedRow {
  readonly draft: Draft;
  readonly audience: Audience;
  readonly outcomeId: string;
  readonly needs?: readonly ResolvedNeed[];
}

/** A field that was changed here since the last import, and in the source to something else. */
export interface FieldConflict {
  readonly field: string;
  readonly here: Json;
  readonly source: Json;
}

export interface ComparedRow {
  readonly kind: 'new' | 'changed' | 'same';
  /** What to write; empty where the row says nothing new. A move to another member takes two. */
  readonly edits: readonly Edit[];
  /** What stays as it is here, because somebody wrote it. */
  readonly conflicts: readonly FieldConflict[];
}

/** What a record keeps of the row that it last became. */
export const importHashOf = ({ draft, outcomeId }: ResolvedRow): string =>
  `${draft.hash}.${outcomeId}`;

const SAME: ComparedRow = { kind: 'same', edits: [], conflicts: [] };

/** Where a record was put by its last import: it may be somebody else's since. */
const IMPORT_PLACE = 'importTo';

/**
 * A row against the record it became at an earlier import, if any. While the row says what it said
 * then, nothing is written. Where it says something else, that is written for the fields that nobody
 * changed here since; of those that somebody did, what is here stays, and is told. `idOf` finds the id
 * that needed work has.
 */
export function compareRow(
  row: ResolvedRow,
  held: RecordState | undefined,
  importId: string,
  idOf: (ids: readonly string[]) => string = ([first = '']) => first,
): ComparedRow {
  const { draft, audience, outcomeId } = row;
  const importHash = importHashOf(row);
  const wanted: Record<string, Json> = { ...draft.fields, ...needFields(row, idOf), outcomeId };
  const marks = { importHash, importId, [IMPORT_PLACE]: audience };
  if (!held) {
    return { kind: 'new', edits: [whole(row, draft.ids[0] ?? '', wanted, marks)], conflicts: [] };
  }
  const isHere = held.audience === audience;
  // Given to somebody else here: the source still names whom it named, and has no say in that.
  const isMovedHere = !isHere && held.fields[IMPORT_PLACE] === audience;
  const isUnmoved = (isHere || isMovedHere) && textOf(held.fields, 'movedTo') === '';
  if (isUnmoved && held.fields['importHash'] === importHash) return SAME;
  if (!isHere && !isMovedHere) {
    const left: Edit = {
      audience: held.audience,
      type: held.type,
      id: held.id,
      fields: { movedTo: audience, importId },
    };
    return {
      kind: 'changed',
      edits: [left, whole(row, held.id, wanted, marks)],
      conflicts: [],
    };
  }
  const { changed, conflicts } = changedFields(held, wanted);
  const isBack = flagOf(held.fields, 'deleted') && isUndone(held);
  return {
    // What an undo took away comes back as if it were new.
    kind: isBack ? 'new' : 'changed',
    edits: [
      {
        audience: held.audience,
        type: held.type,
        id: held.id,
        fields: { ...changed, importHash, importId },
      },
    ],
    conflicts,
  };
}

function needFields(
  { needs = [] }: ResolvedRow,
  idOf: (ids: readonly string[]) => string,
): Record<string, Json> {
  return Object.fromEntries(
    needs.map(({ ids, memberId, title, doneAtMs }) => [
      `${NEED_FIELD}${idOf(ids)}`,
      { memberId, title, doneAtMs },
    ]),
  );
}

const NEED_FIELD = 'need.';

function whole(
  { audience }: ResolvedRow,
  id: string,
  wanted: Readonly<Record<string, Json>>,
  marks: Readonly<Record<string, Json>>,
): Edit {
  const fields: Record<string, Json> = { ...marks };
  for (const [name, value] of Object.entries(wanted)) if (value !== null) fields[name] = value;
  return { audience, type: 'deliverable', id, fields };
}

/** An undo takes the hash with it; a person who deletes work leaves it. */
const isUndone = ({ fields }: RecordState): boolean => (fields['importHash'] ?? null) === null;

function changedFields(
  held: RecordState,
  wanted: Readonly<Record<string, Json>>,
): { readonly changed: Record<string, Json>; readonly conflicts: readonly FieldConflict[] } {
  const changed: Record<string, Json> = {};
  const conflicts: FieldConflict[] = [];
  const moments = importMoments(held);
  const take = (field: string, source: Json): void => {
    const here = held.fields[field] ?? null;
    if (isSame(here, source)) return;
    // Needs are settled here by what became of the work: they are named once.
    if (field.startsWith(NEED_FIELD) && here !== null) return;
    if (isUndone(held) || !isOwnEdit(held, field, moments)) changed[field] = source;
    else if (!isSame(importedValue(held, field, moments), source)) {
      conflicts.push({ field, here, source });
    }
  };
  for (const [field, source] of Object.entries(wanted)) take(field, source);
  for (const [field, value] of Object.entries(held.fields)) {
    const isGoneWait =
      field.startsWith(WAIT_FIELD) && wanted[field] === undefined && value !== null;
    if (isGoneWait) take(field, null);
  }
  if (flagOf(held.fields, 'deleted')) {
    if (isUndone(held)) changed['deleted'] = false;
    else conflicts.push({ field: 'deleted', here: true, source: false });
  }
  if (textOf(held.fields, 'movedTo') !== '') changed['movedTo'] = null;
  return { changed, conflicts };
}

const isSame = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Every moment at which an import, or the undoing of one, wrote to the record. */
function importMoments(state: RecordState): ReadonlySet<string> {
  const moments = new Set([fieldStamp(state, 'importId')]);
  for (const { field, stamp } of state.past ?? []) if (field === 'importId') moments.add(stamp);
  return moments;
}

/** Whether a field was written here, by a person or for one, rather than by an import. */
const isOwnEdit = (state: RecordState, field: string, moments: ReadonlySet<string>): boolean =>
  field in state.fields && !moments.has(fieldStamp(state, field));

/** What the last import that wrote the field said in it; null where none did. */
function importedValue(state: RecordState, field: string, moments: ReadonlySet<string>): Json {
  let latest: { readonly stamp: string; readonly value: Json } | null = null;
  for (const old of state.past ?? []) {
    if (old.field !== field || !moments.has(old.stamp)) continue;
    if (latest === null || old.stamp > latest.stamp) latest = old;
  }
  return latest?.value ?? null;
}
