import { resolveTable } from '#shared/imports/resolve-draft';
import { rowDrafter } from '#shared/imports/draft-rows';
import type { RowProblem } from '#shared/imports/row-problem';
import { resolvedName } from '#shared/imports/resolve-names';
import { countNames } from '#shared/imports/import-facts';
import { contextOf } from '#shared/imports/table-context';
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

export function previewRows(
  { outline, mapping, tableKey, draft }: OpenTable,
  plan: Plan,
): PreviewRow[] {
  const context = contextOf(outline.firstRows, mapping);
  const draftRow = rowDrafter(outline, mapping, tableKey, context);
  const drafted = outline.firstRows
    .map((row) => ({ row, ...draftRow(row) }))
    .filter(({ leftOut }) => leftOut === null)
    .slice(0, SHOWN);
  const drafts = drafted.flatMap(({ draft }) => draft ?? []);
  // By all rows' names once they are read: the commonest spelling is what others are taken for.
  const { members, outcomes } = resolveTable(
    draft ?? {
      memberNames: countNames(drafts.map((each) => each.memberName)),
      outcomeNames: countNames(drafts.map((each) => each.outcomeName)),
    },
    mapping,
    plan,
  );
  return drafted.map(({ row, draft: made, problems }) => {
    if (!made) return { line: row.line, problems };
    const work = deliverableFrom({
      audience: 'managers',
      type: 'deliverable',
      id: made.ids[0] ?? '',
      fields: made.fields,
      stamp: '',
    });
    const outcome = resolvedName(outcomes, made.outcomeName);
    return {
      line: row.line,
      work,
      memberName: resolvedName(members, made.memberName)?.name ?? '',
      outcomeName: outcome?.name ?? '',
      unit: plan.outcomeById.get(outcome?.id ?? '')?.unit ?? mapping.unit,
    };
  });
}
