import type { AgreedAction, Review, ReviewRef, ReviewTopic } from '#shared/cadence/review';
import { REVIEW_TOPICS, REVIEW_TYPE, reviewId, seriesId } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import type { Member } from '#shared/plan/member';
import type { Result } from '#shared/result';
import type { Audience, Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import type { ReviewEntry } from '../data/reviews.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { actionEdit } from './review-actions.ts';
import { save, saveUndoable } from './save.ts';

/** A review and what is stored of it so far. */
export interface ReviewDesk {
  readonly ref: ReviewRef;
  readonly stored: ReviewEntry | undefined;
}

type Saved = Promise<Result<null, IpcFailure>>;

/** Keeps what was written about a topic. */
export const writeNote = async (desk: ReviewDesk, topic: ReviewTopic, text: string): Saved =>
  await save([edit(desk, { [`note.${topic}`]: text })]);

export const addDecision = async (desk: ReviewDesk, text: string): Saved =>
  await save([
    edit(desk, { [`decision.${newId(randomBytes)}`]: { text: text.trim(), atMs: now() } }),
  ]);

/** What somebody takes upon themselves; handed to them when the review is finished. */
export const addAction = async (
  desk: ReviewDesk,
  { text, ownerId, dueDay }: Pick<AgreedAction, 'text' | 'ownerId' | 'dueDay'>,
): Saved =>
  await save([
    edit(desk, {
      [`action.${newId(randomBytes)}`]: { text: text.trim(), ownerId, dueDay, atMs: now() },
    }),
  ]);

/** Takes a decision or an action out again, while the review is being prepared. */
export async function removeAgreed(
  desk: ReviewDesk,
  kind: 'decision' | 'action',
  id: string,
): Undoable {
  return await saveUndoable(t('reviews.undo.removed'), [
    edit(desk, { [`${kind}.${id}`]: { deleted: true } }),
  ]);
}

/**
 * Ends a review: its figures are kept as they were shown, and what was agreed goes to those who do it. A
 * member's is written whole into that member's audience, and theirs to read from then on.
 */
export async function finishReview(
  desk: ReviewDesk,
  figures: ReviewFigures,
  memberById: ReadonlyMap<string, Member>,
): Undoable {
  const { ref, stored } = desk;
  const ending: Fields = { heldAtMs: now(), heldById: useSession.getState().memberId };
  const isMoving = ref.memberId !== '' && stored?.audience !== memberAudience(ref.memberId);
  const kept = isMoving
    ? movedEdits(desk, ending, memberAudience(ref.memberId))
    : [edit(desk, ending)];
  const audience = kept[0]?.audience ?? 'managers';
  const agreed = (stored?.actions ?? []).map((action) =>
    actionEdit(action, { reviewId: reviewId(ref), seriesId: seriesId(ref) }, memberById),
  );
  // By itself: with the words it could be longer than a change may be.
  const frozen = editIn(audience, ref, { figures });
  return await saveUndoable(t(`reviews.undo.held.${ref.kind}`), [...kept, frozen, ...agreed]);
}

/** Says that a review was left out on purpose, and why; it can still be held. */
export async function skipReview(desk: ReviewDesk, reason: string): Undoable {
  const fields = { skippedAtMs: now(), skipReason: reason.trim() };
  return await saveUndoable(t('reviews.undo.skipped'), [edit(desk, fields)]);
}

/** What the managers prepared, written whole where the member may read it, and marked as moved here. */
function movedEdits(desk: ReviewDesk, ending: Fields, audience: Audience): readonly Edit[] {
  const { ref, stored } = desk;
  const words: Fields[] = stored
    ? [
        ...REVIEW_TOPICS[ref.kind].map((topic) => ({ [`note.${topic}`]: stored.notes[topic] })),
        fieldsOf('decision', stored.decisions),
        fieldsOf('action', stored.actions),
      ]
    : [];
  return [
    editIn(audience, ref, { ...headOf(ref), ...ending }),
    ...words
      .filter((fields) => Object.keys(fields).length > 0)
      .map((fields) => editIn(audience, ref, fields)),
    edit(desk, { moved: true }),
  ];
}

const fieldsOf = (prefix: string, agreed: Review['decisions']): Fields =>
  Object.fromEntries(agreed.map(({ id, ...own }) => [`${prefix}.${id}`, own]));

/** Whoever writes first names the review; one that was taken back is there again. */
const edit = ({ ref, stored }: ReviewDesk, fields: Record<string, Json>): Edit =>
  editIn(
    stored?.audience ?? 'managers',
    ref,
    stored ? fields : { ...headOf(ref), deleted: false, ...fields },
  );

const editIn = (audience: Audience, ref: ReviewRef, fields: Fields): Edit => ({
  audience,
  type: REVIEW_TYPE,
  id: reviewId(ref),
  fields,
});

const headOf = ({
  kind,
  cadenceId,
  memberId,
  fromDay,
  toDay,
}: ReviewRef): Record<string, Json> => ({
  kind,
  cadenceId,
  memberId,
  fromDay,
  toDay,
});
