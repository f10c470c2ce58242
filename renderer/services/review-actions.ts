import type { AgreedAction } from '#shared/cadence/review';
import type { ReviewAction } from '#shared/cadence/review-action';
import { REVIEW_ACTION_TYPE } from '#shared/cadence/review-action';
import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Audience, Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { now } from './clock.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** An action as it is handed to whoever does it: an assistant's into their log, a manager's to the managers. */
export const actionEdit = (
  { id, ownerId, text, dueDay }: AgreedAction,
  from: Pick<ReviewAction, 'reviewId' | 'seriesId'>,
  memberById: ReadonlyMap<string, Member>,
): Edit => ({
  audience: audienceOf(ownerId, memberById),
  type: REVIEW_ACTION_TYPE,
  id,
  fields: {
    reviewId: from.reviewId,
    seriesId: from.seriesId,
    ownerId,
    text,
    dueDay,
    agreedAtMs: now(),
  },
});

/** Says that it is done, and what came of it. */
export async function finishAction(action: ReviewAction, result = ''): Undoable {
  const fields = { doneAtMs: now(), ...(result.trim() !== '' && { result: result.trim() }) };
  return await saveUndoable(t('reviews.undo.done'), [edit(action, fields)]);
}

export async function reopenAction(action: ReviewAction): Undoable {
  return await saveUndoable(t('reviews.undo.reopened'), [edit(action, { doneAtMs: null })]);
}

/** Gives it until another day. */
export async function postponeAction(action: ReviewAction, dueDay: DayKey): Undoable {
  return await saveUndoable(t('reviews.undo.postponed'), [edit(action, { dueDay })]);
}

/** Takes it off the list: it is no longer wanted. */
export async function dropAction(action: ReviewAction): Undoable {
  return await saveUndoable(t('reviews.undo.dropped'), [edit(action, { deleted: true })]);
}

const edit = ({ audience, id }: ReviewAction, fields: Edit['fields']): Edit => ({
  audience,
  type: REVIEW_ACTION_TYPE,
  id,
  fields,
});

function audienceOf(ownerId: string, memberById: ReadonlyMap<string, Member>): Audience {
  return memberById.get(ownerId)?.seat === 'manager' ? 'managers' : memberAudience(ownerId);
}
