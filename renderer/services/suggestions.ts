import { newId } from '#shared/ids';
import type { Suggestion, SuggestionDecision } from '#shared/sops/suggestion';
import { SUGGESTION_TYPE } from '#shared/sops/suggestion';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** What somebody says of a step, or of an SOP as a whole. */
export type NewSuggestion = Pick<
  Suggestion,
  | 'sopId'
  | 'versionId'
  | 'stepId'
  | 'runId'
  | 'kind'
  | 'text'
  | 'proposedTitle'
  | 'proposedHow'
  | 'proposedWhy'
>;

/** Says what could be better, in the session's member's own log: it travels to the managers with it. */
export async function suggest(suggestion: NewSuggestion): Undoable {
  const { memberId } = useSession.getState();
  return await saveUndoable(
    t('sopInsights.undo.suggested'),
    [
      edit(
        { id: newId(randomBytes), memberId },
        { ...suggestion, text: suggestion.text.trim(), atMs: now() },
      ),
    ],
    { areNew: true },
  );
}

/** Takes back what was suggested, as long as nobody has decided on it. */
export async function withdrawSuggestion(suggestion: Suggestion): Undoable {
  return await saveUndoable(t('sopInsights.undo.withdrawn'), [edit(suggestion, { deleted: true })]);
}

/** Their words are in the draft, or were seen to in another way; `reason` is what travels back with it. */
export async function acceptSuggestions(
  suggestions: readonly Suggestion[],
  reason: string,
): Undoable {
  return await decide(suggestions, 'accepted', reason);
}

/** The reason travels back to whoever suggested it. */
export async function declineSuggestions(
  suggestions: readonly Suggestion[],
  reason: string,
): Undoable {
  return await decide(suggestions, 'declined', reason);
}

/** One field for both verdicts: of two managers who decide at once the later stands, and the other is kept as history. */
async function decide(
  suggestions: readonly Suggestion[],
  verdict: SuggestionDecision['verdict'],
  reason: string,
): Undoable {
  const byId = useSession.getState().memberId;
  const decision = { verdict, reason: reason.trim(), byId, atMs: now() };
  return await saveUndoable(
    t(`sopInsights.undo.${verdict}`, { count: suggestions.length }),
    suggestions.map((suggestion) => edit(suggestion, { decision })),
  );
}

const edit = ({ id, memberId }: Pick<Suggestion, 'id' | 'memberId'>, fields: Fields): Edit => ({
  audience: memberAudience(memberId),
  type: SUGGESTION_TYPE,
  id,
  fields,
});
