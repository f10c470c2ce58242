import type { Cadence } from '#shared/cadence/cadence';
import { newId } from '#shared/ids';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { planEdit } from './plan.ts';
import { saveUndoable } from './save.ts';

export type CadenceDraft = Omit<Cadence, 'id' | 'isPaused' | 'isDeleted'>;

/** Adds a meeting that comes back. */
export async function addCadence(draft: CadenceDraft): Undoable {
  const edit = planEdit('cadence', newId(randomBytes), fieldsOf(draft));
  return await saveUndoable(t('checkIn.cadence.added', { name: draft.name.trim() }), [edit], {
    areNew: true,
  });
}

/** What was held and skipped by the old times stays as it was held; from now on the new ones count. */
export async function editCadence(id: string, draft: CadenceDraft): Undoable {
  return await saveUndoable(t('checkIn.cadence.edited', { name: draft.name.trim() }), [
    planEdit('cadence', id, fieldsOf(draft)),
  ]);
}

/** While paused nothing is due, and nothing counts as skipped. */
export async function setCadencePaused({ id, name }: Cadence, isPaused: boolean): Undoable {
  const label = t(isPaused ? 'checkIn.cadence.paused' : 'checkIn.cadence.resumed', { name });
  return await saveUndoable(label, [planEdit('cadence', id, { paused: isPaused })]);
}

/** Reviews that were held stay. */
export async function deleteCadence({ id, name }: Cadence): Undoable {
  return await saveUndoable(t('checkIn.cadence.deleted', { name }), [
    planEdit('cadence', id, { deleted: true }),
  ]);
}

const fieldsOf = ({ name, memberIds, ...draft }: CadenceDraft) => ({
  ...draft,
  name: name.trim(),
  memberIds: [...memberIds],
});
