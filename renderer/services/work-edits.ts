import type { Deliverable } from '#shared/deliverables/deliverable';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';

/** Completed work, one piece or many, is as it should be; one step to take back. */
export async function acceptAll(work: readonly Deliverable[]): Saving {
  return await editAll(t('work.undo.accepted'), work, acceptedFields);
}

/** What accepting writes into a deliverable. */
export const acceptedFields = (): Fields => ({
  acceptedAtMs: now(),
  reviewedById: useSession.getState().memberId,
});

/** Completed work is to be done again, all of it for one reason: it is open from now on and counts as rework. */
export async function returnAll(work: readonly Deliverable[], reason: string): Saving {
  return await editAll(t('work.undo.returned'), work, (each) => returnedFields(each, reason));
}

/** What returning writes into a deliverable. */
export const returnedFields = (
  { reopenedCount }: Pick<Deliverable, 'reopenedCount'>,
  reason: string,
): Fields => ({
  returnedAtMs: now(),
  returnReason: reason.trim(),
  reviewedById: useSession.getState().memberId,
  completedAtMs: null,
  acceptedAtMs: null,
  reopenedCount: reopenedCount + 1,
});

/** Says by when work is wanted; null takes its own due time away, so that its promises hold alone. */
export async function setDue(
  work: readonly Deliverable[],
  dueOf: (work: Deliverable) => number | null,
): Saving {
  return await editAll(t('work.undo.due'), work, (each) => ({ dueAtMs: dueOf(each) }));
}

export async function deleteAll(work: readonly Deliverable[]): Saving {
  return await editAll(t('work.undo.deleted'), work, () => ({ deleted: true }));
}

const editAll = async (
  label: string,
  work: readonly Deliverable[],
  fieldsOf: (work: Deliverable) => Fields,
): Saving =>
  await saveUndoable(
    label,
    work.map((each): Edit => {
      const audience = memberAudience(each.memberId);
      return { audience, type: 'deliverable', id: each.id, fields: fieldsOf(each) };
    }),
  );
