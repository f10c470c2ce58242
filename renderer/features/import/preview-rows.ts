import { knownMember } from '#shared/imports/resolve-draft';
import { rowDrafter } from '#shared/imports/draft-rows';
import type { RowProblem } from '#shared/imports/row-problem';
import { resolvedName, resolveNames } from '#shared/imports/resolve-names';
import { countNames } from '#shared/imports/import-facts';
import { contextOf } from '#shared/imports/table-context';
import { importedMemberId, importedOutcomeId } from '#shared/imports/source-keys';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Plan } from '../../data/plan.ts';
import type { OpenTable } from './import-flow.ts';

/** One of the first rows: the work it becomes, or why it becomes none. */
export type PreviewRow =
  | {
      readonly line: number;
      readonly work: Deliverable;
      readonly memberName: string;
      readonly outcomeName: string;
      readonly unit: string;
    }
  | { readonly line: number; readonly problems: readonly RowProblem[] };

const SHOWN = 12;

export function previewRows({ outline, mapping, tableKey }: OpenTable, plan: Plan): PreviewRow[] {
  const context = contextOf(outline.firstRows, mapping);
  const draftRow = rowDrafter(outline, mapping, tableKey, context);
  const drafted = outline.firstRows
    .map((row) => ({ row, ...draftRow(row) }))
    .filter(({ leftOut }) => leftOut === null)
    .slice(0, SHOWN);
  const drafts = drafted.flatMap(({ draft }) => draft ?? []);
  const members = resolveNames(
    countNames(drafts.map((draft) => draft.memberName)),
    mapping.member,
    plan.members.map(knownMember),
    importedMemberId,
  );
  const outcomes = resolveNames(
    countNames(drafts.map((draft) => draft.outcomeName)),
    mapping.outcome,
    plan.outcomes.map(({ id, name, isArchived }) => ({ id, name, isGone: isArchived })),
    importedOutcomeId,
  );
  return drafted.map(({ row, draft, problems }) => {
    if (!draft) return { line: row.line, problems };
    const work = deliverableFrom({
      audience: 'managers',
      type: 'deliverable',
      id: draft.ids[0] ?? '',
      fields: draft.fields,
      stamp: '',
    });
    const outcome = resolvedName(outcomes, draft.outcomeName);
    return {
      line: row.line,
      work,
      memberName: resolvedName(members, draft.memberName)?.name ?? '',
      outcomeName: outcome?.name ?? '',
      unit: plan.outcomeById.get(outcome?.id ?? '')?.unit ?? mapping.unit,
    };
  });
}
