import type { DayKey } from '#shared/day';
import { nextReviewOn } from '#shared/sops/review-date';
import type { Sop } from '#shared/sops/sop';
import { t } from '../i18n/text.ts';
import { planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** Somebody has looked at it and nothing is to change: it is looked at again after its interval. */
export async function markReviewed(sop: Sop, today: DayKey): Undoable {
  return await saveUndoable(t('sopInsights.undo.reviewed', { title: sop.title }), [
    planEdit('sop', sop.id, { reviewOn: nextReviewOn(sop, today) }),
  ]);
}
