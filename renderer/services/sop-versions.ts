import type { DayKey } from '#shared/day';
import { newId } from '#shared/ids';
import { ACKNOWLEDGEMENT_TYPE } from '#shared/sops/acknowledgement';
import { versionPieces } from '#shared/sops/draft';
import type { Credit, Sop, SopVersion } from '#shared/sops/sop';
import type { Suggestion } from '#shared/sops/suggestion';
import type { Step } from '#shared/sops/step';
import { SUGGESTION_TYPE, isTakenUp } from '#shared/sops/suggestion';
import { nextNumber } from '#shared/sops/versions';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { IpcFailure } from '#shared/ipc';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { suggestions } from '../data/about-sops.ts';
import { versionsOf } from '../data/sops.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Saved, Undoable } from './plan.ts';
import { save, saveUndoable } from './save.ts';

export interface PublishInput {
  /** What changed, and why. */
  readonly changeNote: string;
  readonly changeReason: string;
  /** From which day new runs begin with it; empty is at once. */
  readonly effectiveOn: DayKey;
  readonly reviewOn: DayKey;
}

/**
 * Publishes the draft as the next numbered version, which nobody changes again, and tells those whose
 * suggestions are in it. The version comes before the number that points to it: no reader ever follows
 * the number into nothing.
 */
export async function publishSop(
  sop: Sop,
  { changeNote, changeReason, effectiveOn, reviewOn }: PublishInput,
): Promise<Result<{ readonly number: number }, IpcFailure>> {
  const versions = await versionsOf(sop.id);
  const accepted = await creditedSuggestions(sop, versions[0]);
  const number = nextNumber(versions, sop.publishedVersion);
  const { id, pieces } = versionPieces(sop, {
    number,
    token: newId(randomBytes),
    changeNote: changeNote.trim(),
    changeReason: changeReason.trim(),
    publishedById: useSession.getState().memberId,
    publishedAtMs: now(),
    effectiveOn,
    credits: accepted.map(creditOf),
  });
  const saved = await save([
    ...pieces.map((fields) => planEdit('sopVersion', id, fields)),
    planEdit('sop', sop.id, { publishedVersion: number, reviewOn, review: null, sentBack: null }),
    ...accepted.map((suggestion) => publishedEdit(suggestion, number)),
  ]);
  return saved.ok ? ok({ number }) : saved;
}

/**
 * The suggestions that a version made of this draft takes up: accepted, in no version yet, and seen to in
 * the draft. One whose words were taken out again waits. Earliest first.
 */
export async function creditedSuggestions(
  sop: Pick<Sop, 'id' | 'draftSteps'>,
  newest: SopVersion | undefined,
): Promise<readonly Suggestion[]> {
  const all = await suggestions(sop.id);
  return all
    .filter(({ decision, publishedIn }) => decision?.verdict === 'accepted' && publishedIn === null)
    .filter((each) =>
      isTakenUp(each, stepIn(sop.draftSteps, each), newest && stepIn(newest.steps, each)),
    )
    .toReversed();
}

const stepIn = (steps: readonly Step[], { stepId }: Suggestion): Step | undefined =>
  steps.find(({ id }) => id === stepId);

const creditOf = ({ id, memberId, stepId }: Suggestion): Credit => ({
  suggestionId: id,
  memberId,
  stepId,
});

const publishedEdit = ({ id, memberId }: Suggestion, publishedIn: number): Edit => ({
  audience: memberAudience(memberId),
  type: SUGGESTION_TYPE,
  id,
  fields: { publishedIn },
});

/** Asks a manager, or any of them where `reviewerId` is empty, to read the draft before it is published. */
export async function askForReview(
  sop: Sop,
  newest: SopVersion | null,
  { reviewerId, note }: { readonly reviewerId: string; readonly note: string },
): Undoable {
  const askedById = useSession.getState().memberId;
  const review = {
    askedById,
    askedAtMs: now(),
    reviewerId,
    note: note.trim(),
    afterVersionId: newest?.id ?? '',
  };
  return await saveUndoable(t('sopVersions.undo.asked', { title: sop.title }), [
    planEdit('sop', sop.id, { review, sentBack: null }),
  ]);
}

/** The draft is written at again, without anybody having read it. */
export async function takeBackDraft(sop: Sop): Undoable {
  return await saveUndoable(t('sopVersions.undo.takenBack', { title: sop.title }), [
    planEdit('sop', sop.id, { review: null }),
  ]);
}

/** What is to be changed goes to whoever asked; the draft is theirs to write at again. */
export async function sendBackDraft(sop: Sop, newest: SopVersion | null, note: string): Undoable {
  const byId = useSession.getState().memberId;
  const sentBack = { byId, atMs: now(), note: note.trim(), afterVersionId: newest?.id ?? '' };
  return await saveUndoable(t('sopVersions.undo.sentBack', { title: sop.title }), [
    planEdit('sop', sop.id, { review: null, sentBack }),
  ]);
}

/** The session's member has read what is new in a version. */
export async function acknowledgeVersion({ id, sopId, number }: SopVersion): Saved {
  const { memberId } = useSession.getState();
  return await save([
    {
      audience: memberAudience(memberId),
      type: ACKNOWLEDGEMENT_TYPE,
      id,
      fields: { sopId, number, atMs: now() },
    },
  ]);
}
