import type { ResolvedName } from '#shared/imports/resolve-names';
import { addedNames, resolveTable } from '#shared/imports/resolve-draft';
import type { ResolvedTable } from '#shared/imports/resolve-draft';
import { importedIndex } from '../../data/imported.ts';
import { readPlan } from '../../data/plan.ts';
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
}

export async function checkImport(
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportCheck> {
  const table = resolveTable(request.draft, request.mapping, await readPlan());
  const index = await importedIndex();
  const counts = { new: 0, changed: 0, same: 0 };
  const lostLines: number[] = [];
  const total = request.draft.draftCount;
  for (let at = 0; at < total; at += ROWS_AT_ONCE) {
    const drafts = await request.reader.take({ from: at, count: ROWS_AT_ONCE });
    const compared = await compareRows(drafts, table, index, '');
    for (const { kind } of compared.rows) counts[kind] += 1;
    lostLines.push(...compared.lostLines);
    onProgress({ done: Math.min(total, at + ROWS_AT_ONCE), total });
  }
  return {
    newCount: counts.new,
    changedCount: counts.changed,
    sameCount: counts.same,
    lostLines,
    ...planAdditions(request, table),
  };
}

/** Members and outcomes that rows name and the plan does not have. */
export function planAdditions(
  { draft }: Pick<ImportRequest, 'draft'>,
  { members, outcomes }: ResolvedTable,
): Pick<ImportCheck, 'addedMembers' | 'addedOutcomes'> {
  return {
    addedMembers: addedNames(members, draft.unnamedMemberCount > 0),
    addedOutcomes: addedNames(outcomes, draft.unnamedOutcomeCount > 0),
  };
}
