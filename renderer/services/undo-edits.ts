import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import { RUN_ENDS, isRunOpen, runFrom } from '#shared/sops/run';
import { canonicalJson } from '#shared/stream/canonical';
import type { Edit, Fields } from '#shared/stream/change';
import { currentProjection } from '../data/current.ts';
import type { Kept } from '../data/fold.ts';
import { readRecords } from '../data/read-record.ts';

/** One record's edit and what its fields were before. */
export interface UndoStep {
  readonly edit: Edit;
  /** Null where the record was new: taking it back deletes it. */
  readonly before: Fields | null;
}

/** How to take back an edit that makes its record. */
export const deletion = (edit: Edit): UndoStep => ({ edit, before: null });

/** How to take edits back, read before they are made. Edits of one record count as one. */
export async function inverseOf(edits: readonly Edit[]): Promise<UndoStep[]> {
  const merged = mergedByRecord(edits);
  const records = await readRecords(currentProjection(), merged);
  return merged.map((edit, at) => {
    const held = records[at];
    return { edit, before: held ? oldValues(edit.fields, held.fields) : null };
  });
}

/**
 * The edits that take steps back now. A field that has been changed again since, here or by somebody
 * else, keeps the newer value; where a run has ended since, nothing is taken back (`run-ended`).
 */
export async function undoEdits(
  steps: readonly UndoStep[],
): Promise<Result<readonly Edit[], IpcFailure>> {
  const edits: Edit[] = [];
  const lastFirst = steps.toReversed();
  const records = await readRecords(
    currentProjection(),
    lastFirst.map(({ edit }) => edit),
  );
  for (const [at, { edit, before }] of lastFirst.entries()) {
    const held = records[at];
    if (!held) continue;
    if (hasEndedSince(held, edit)) return fail('run-ended', 'never');
    const restored = before
      ? Object.entries(before).filter(([name]) => isSame(held.fields[name], edit.fields[name]))
      : [['deleted', true] as const];
    if (restored.length > 0) edits.push({ ...edit, fields: Object.fromEntries(restored) });
  }
  return ok(edits);
}

/** A run that has ended is frozen; only what ended it may be taken back. */
function hasEndedSince(held: Kept, edit: Edit): boolean {
  if (edit.type !== 'run') return false;
  const run = runFrom(held);
  if (isRunOpen(run)) return false;
  return RUN_ENDS.some((end) => run[end] !== null && run[end] !== edit.fields[end]);
}

const oldValues = (set: Fields, held: Fields): Fields =>
  Object.fromEntries(Object.keys(set).map((name) => [name, held[name] ?? null]));

/** A value read back from the stream has its keys in the canonical order, whatever it was written with. */
const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

function mergedByRecord(edits: readonly Edit[]): Edit[] {
  const byRecord = new Map<string, Edit>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.audience, edit.type, edit.id]);
    const earlier = byRecord.get(key);
    byRecord.set(key, earlier ? { ...edit, fields: { ...earlier.fields, ...edit.fields } } : edit);
  }
  return [...byRecord.values()];
}
