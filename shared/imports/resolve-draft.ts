import type { Member } from '../plan/member.ts';
import type { Outcome } from '../plan/outcome.ts';
import { memberAudience } from '../stream/change.ts';
import type { ResolvedRow } from './compare-row.ts';
import type { Draft } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { isNearName } from './near-name.ts';
import type { KnownName, ResolvedName, ResolvedNames } from './resolve-names.ts';
import { resolvedName, resolveNames } from './resolve-names.ts';
import { importedMemberId, importedOutcomeId } from './source-keys.ts';
import type { TableDraft } from './table-session.ts';

/** Which members and outcomes a table's names stand for. */
export interface ResolvedTable {
  readonly members: ResolvedNames;
  readonly outcomes: ResolvedNames;
}

export function resolveTable(
  draft: Pick<TableDraft, 'memberNames' | 'outcomeNames'>,
  mapping: Mapping,
  plan: { readonly members: readonly Member[]; readonly outcomes: readonly Outcome[] },
): ResolvedTable {
  const outcomes = plan.outcomes.map(({ id, name, isArchived }) => ({
    id,
    name,
    isGone: isArchived,
  }));
  return {
    members: resolveNames(
      draft.memberNames,
      mapping.member,
      plan.members.map(knownMember),
      importedMemberId,
    ),
    outcomes: resolveNames(
      draft.outcomeNames,
      mapping.outcome,
      outcomes,
      importedOutcomeId,
      // A column of more names than this holds something other than names.
      draft.outcomeNames.length <= MAX_NEAR_NAMES ? isNearName : undefined,
    ),
  };
}

const MAX_NEAR_NAMES = 300;

/** A member by every name that a table may have: `ana.cruz@example.com` is Ana Cruz, too. */
function knownMember({ id, name, isGone, email = '', alsoCalled = [] }: Member): KnownName {
  return { id, name, isGone, aliases: [...alsoCalled, ...(email === '' ? [] : [email])] };
}

/** A draft with its names resolved, or null where one stands for nothing that is there. */
export function resolveDraft(draft: Draft, table: ResolvedTable): ResolvedRow | null {
  const member = resolvedName(table.members, draft.memberName);
  const outcome = resolvedName(table.outcomes, draft.outcomeName);
  if (!member || !outcome) return null;
  return {
    draft,
    audience: memberAudience(member.id),
    outcomeId: outcome.id,
    needs: draft.needs.flatMap(({ ids, memberName, title, doneAtMs }) => {
      const worker = resolvedName(table.members, memberName);
      return worker ? [{ ids, memberId: worker.id, title, doneAtMs }] : [];
    }),
  };
}

/** What the import adds to the plan, each once: the names of the column and, where rows need it, the other. */
export function addedNames(names: ResolvedNames, needsOtherwise: boolean): readonly ResolvedName[] {
  const all = [...names.byKey.values()];
  if (needsOtherwise && names.otherwise) all.push(names.otherwise);
  // Of several spellings of one name the first, which is the commonest, names what is made.
  const added = new Map(all.toReversed().map((each) => [each.id, each]));
  return [...added.values()].filter((each) => each.isNew).toReversed();
}
