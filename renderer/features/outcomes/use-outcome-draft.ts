import { useMemo, useState } from 'react';
import { draftOf, emptyDraft, isDraftChanged } from '#shared/plan/outcome-draft';
import type { DraftTerms, OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Outcome } from '#shared/plan/outcome';
import {
  dropOutcomeDraft,
  keepOutcomeDraft,
  outcomeDraftKey,
  useOutcomeDrafts,
} from '../../state/outcome-drafts.ts';
import { useSession } from '../../state/session.ts';

export interface OutcomeEditing {
  readonly draft: OutcomeDraft;
  /** The draft as the editing began: what is saved is the difference. */
  readonly before: OutcomeDraft;
  readonly isChanged: boolean;
  readonly change: (part: Partial<OutcomeDraft>) => void;
  readonly replace: (draft: OutcomeDraft) => void;
  readonly discard: () => void;
}

/** The draft of an outcome, kept while one looks elsewhere. Until something is typed it follows the plan. */
export function useOutcomeDraft(
  outcome: Outcome | null,
  terms: DraftTerms,
  given: Partial<OutcomeDraft>,
): OutcomeEditing {
  const workspaceId = useSession((state) => state.workspace?.id ?? '');
  const key = outcomeDraftKey(workspaceId, outcome?.id ?? null);
  const kept = useOutcomeDrafts((held) => held[key]);
  const [fresh] = useState(() => ({ ...emptyDraft(terms), ...given }));
  const { today, moneyDigits } = terms;
  const stored = useMemo(
    () => (outcome ? draftOf(outcome, { today, moneyDigits }) : fresh),
    [outcome, today, moneyDigits, fresh],
  );
  const before = kept?.before ?? stored;
  const draft = kept?.draft ?? stored;
  const replace = (next: OutcomeDraft) => keepOutcomeDraft(key, { before, draft: next });
  return {
    draft,
    before,
    isChanged: useMemo(
      () => isDraftChanged(draft, before, moneyDigits),
      [draft, before, moneyDigits],
    ),
    // From the store, since several changes may come before the next drawing.
    change: (part) => {
      const latest = useOutcomeDrafts.getState()[key]?.draft ?? draft;
      replace({ ...latest, ...part });
    },
    replace,
    discard: () => dropOutcomeDraft(key),
  };
}
