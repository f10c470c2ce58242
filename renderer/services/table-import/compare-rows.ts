import type { ComparedRow, FieldConflict, ResolvedRow } from '#shared/imports/compare-row';
import { compareRow, importHashOf } from '#shared/imports/compare-row';
import type { Draft } from '#shared/imports/draft';
import type { ResolvedTable } from '#shared/imports/resolve-draft';
import { resolveDraft } from '#shared/imports/resolve-draft';
import { textOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import type { ImportedRef } from '../../data/imported.ts';
import { deliverableStates } from '../../data/imported.ts';

export interface ComparedRows {
  readonly rows: readonly ComparedRow[];
  /** Rows whose member or outcome is not there any more. */
  readonly lostLines: readonly number[];
  readonly conflicts: readonly RowConflict[];
}

/** A field that was changed here and in the source; what is here stays. */
export interface RowConflict extends FieldConflict {
  readonly line: number;
  /** What the row's work is called in the source. */
  readonly title: string;
}

/** Some drafts against what the database holds of them. */
export async function compareRows(
  drafts: readonly Draft[],
  table: ResolvedTable,
  index: ReadonlyMap<string, ImportedRef>,
  importId: string,
): Promise<ComparedRows> {
  const lostLines: number[] = [];
  const conflicts: RowConflict[] = [];
  const idOf = (ids: readonly string[]): string => ids.find((id) => index.has(id)) ?? ids[0] ?? '';
  const rows: ComparedRow[] = [];
  const toRead: { readonly row: ResolvedRow; readonly ref: ImportedRef }[] = [];
  for (const draft of drafts) {
    const row = resolveDraft(draft, table);
    if (!row) {
      lostLines.push(draft.line);
      continue;
    }
    const ref = heldRef(draft, index);
    if (!ref) rows.push(compareRow(row, undefined, importId, idOf));
    else if (ref.audience === row.audience && ref.importHash === importHashOf(row)) {
      // Of an import that is being finished, what its first part wrote is its own work.
      rows.push({ kind: ref.importId === importId ? 'new' : 'same', ...UNWRITTEN });
    } else toRead.push({ row, ref });
  }
  const held = await statesOf(toRead.map(({ ref }) => ref));
  for (const { row, ref } of toRead) {
    const compared = compareRow(row, held.get(ref.id), importId, idOf);
    rows.push(compared);
    const title = textOf(row.draft.fields, 'title') || row.draft.key;
    for (const conflict of compared.conflicts) {
      conflicts.push({ line: row.draft.line, title, ...conflict });
    }
  }
  return { rows, lostLines, conflicts };
}

const UNWRITTEN = { edits: [], conflicts: [] } as const;

const heldRef = (
  { ids }: Draft,
  index: ReadonlyMap<string, ImportedRef>,
): ImportedRef | undefined => {
  const id = ids.find((each) => index.has(each));
  return id === undefined ? undefined : index.get(id);
};

async function statesOf(refs: readonly ImportedRef[]): Promise<ReadonlyMap<string, RecordState>> {
  const idsOf = new Map<Audience, string[]>();
  for (const { audience, id } of refs) {
    const ids = idsOf.get(audience);
    if (ids) ids.push(id);
    else idsOf.set(audience, [id]);
  }
  const states = new Map<string, RecordState>();
  for (const [audience, ids] of idsOf) {
    for (const [id, state] of await deliverableStates(audience, ids)) states.set(id, state);
  }
  return states;
}
