import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
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
  /** The same function at every drawing, as is `replace`. */
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
  const key = outcomeDraftKey(workspaceId, outcome?.id ?? `new ${JSON.stringify(given)}`);
  const kept = useOutcomeDrafts((held) => held[key]);
  const [fresh] = useState(() => ({ ...emptyDraft(terms), ...given }));
  const { today, moneyDigits } = terms;
  const stored = useMemo(
    () => (outcome ? draftOf(outcome, { today, moneyDigits }) : fresh),
    [outcome, today, moneyDigits, fresh],
  );
  const before = kept?.before ?? stored;
  const draft = kept?.draft ?? stored;
  const latest = useRef({ before, draft });
  useLayoutEffect(() => {
    latest.current = { before, draft };
  });
  // From the store first, since several changes may come before the next drawing.
  const write = useCallback(
    (next: (draft: OutcomeDraft) => OutcomeDraft) => {
      const held = useOutcomeDrafts.getState()[key] ?? latest.current;
      keepOutcomeDraft(key, { before: held.before, draft: next(held.draft) });
    },
    [key],
  );
  return {
    draft,
    before,
    isChanged: useMemo(
      () => isDraftChanged(draft, before, moneyDigits),
      [draft, before, moneyDigits],
    ),
    change: useCallback((part) => write((held) => ({ ...held, ...part })), [write]),
    replace: useCallback((next) => write(() => next), [write]),
    discard: () => dropOutcomeDraft(key),
  };
}
