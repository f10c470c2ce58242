import type { ResolvedName } from '#shared/imports/resolve-names';
import { addedNames, resolveTable } from '#shared/imports/resolve-draft';
import type { ResolvedTable } from '#shared/imports/resolve-draft';
import { importedIndex } from '../../data/imported.ts';
import type { TableProcedure } from '#shared/imports/table-procedures';
import type { Plan } from '../../data/plan.ts';
import { readPlan } from '../../data/plan.ts';
import type { RowConflict } from './compare-rows.ts';
import { compareRows } from './compare-rows.ts';
import type { ImportProgress, ImportRequest } from './import-request.ts';
import { ROWS_AT_ONCE } from './import-request.ts';

/** What an import would do, row by row, without doing it. */
export interface ImportCheck {
  readonly newCount: number;
  readonly changedCount: number;
  readonly sameCount: number;
  /** Rows whose member or outcome is not there any more. */
  readonly lostLines: readonly number[];
  readonly addedMembers: readonly ResolvedName[];
  readonly addedOutcomes: readonly ResolvedName[];
  /** Checklists that become SOPs and are none yet. */
  readonly addedSops: readonly TableProcedure[];
  /** What was changed here and in the source: the first of them, and how many there are. */
  readonly conflicts: readonly RowConflict[];
  readonly conflictCount: number;
}

const CONFLICTS_KEPT = 1_000;

export async function checkImport(
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportCheck> {
  const plan = await readPlan();
  const table = resolveTable(request.draft, request.mapping, plan);
  const index = await importedIndex();
  const counts = { new: 0, changed: 0, same: 0 };
  const lostLines: number[] = [];
  const conflicts: RowConflict[] = [];
  let conflictCount = 0;
  const total = request.draft.draftCount;
  for (let at = 0; at < total; at += ROWS_AT_ONCE) {
    const drafts = await request.reader.take({ from: at, count: ROWS_AT_ONCE });
    const compared = await compareRows(drafts, table, index, '');
    for (const { kind } of compared.rows) counts[kind] += 1;
    lostLines.push(...compared.lostLines);
    conflictCount += compared.conflicts.length;
    if (conflicts.length < CONFLICTS_KEPT) conflicts.push(...compared.conflicts);
    onProgress({ done: Math.min(total, at + ROWS_AT_ONCE), total });
  }
  return {
    newCount: counts.new,
    changedCount: counts.changed,
    sameCount: counts.same,
    lostLines,
    conflicts: conflicts.slice(0, CONFLICTS_KEPT),
    conflictCount,
    ...planAdditions(request, table, plan),
  };
}

/** Members, outcomes and SOPs that rows bring and the plan does not have. */
export function planAdditions(
  { draft }: Pick<ImportRequest, 'draft'>,
  { members, outcomes }: ResolvedTable,
  { sopById }: Pick<Plan, 'sopById'>,
): Pick<ImportCheck, 'addedMembers' | 'addedOutcomes' | 'addedSops'> {
  return {
    addedMembers: addedNames(members, draft.unnamedMemberCount > 0),
    addedOutcomes: addedNames(outcomes, draft.unnamedOutcomeCount > 0),
    addedSops: draft.procedures.filter(({ id }) => sopById.get(id)?.isArchived ?? true),
  };
}
