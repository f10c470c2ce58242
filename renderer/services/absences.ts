import { newId } from '#shared/ids';
import type { Absence, AbsenceDraft } from '#shared/plan/absence';
import { ABSENCE_TYPE, absenceFields } from '#shared/plan/absence';
import { readPlan } from '../data/plan.ts';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { planEdit } from './plan.ts';
import { saveUndoable } from './save.ts';
import { editsForStandIns } from './settle-stand-ins.ts';

/** Writes leave, and gives its recurring work to the stand-ins at once. The draft must be without problems. */
export async function saveAbsence(
  draft: AbsenceDraft,
  before: Absence | undefined,
  name: string,
): Undoable {
  const id = before?.id ?? newId(randomBytes);
  return await withStandIns(
    t('handover.undo.leave', { name }),
    { ...draft, id, isDeleted: false },
    [planEdit(ABSENCE_TYPE, id, absenceFields(draft, before))],
  );
}

/** They are there after all. */
export async function removeAbsence(absence: Absence, name: string): Undoable {
  return await withStandIns(
    t('handover.undo.leaveRemoved', { name }),
    { ...absence, isDeleted: true },
    [planEdit(ABSENCE_TYPE, absence.id, { deleted: true })],
  );
}

async function withStandIns(
  label: string,
  changed: Absence,
  edits: Parameters<typeof saveUndoable>[1],
): Undoable {
  const { absences } = await readPlan();
  const others = absences.filter(({ id }) => id !== changed.id);
  const standIns = await editsForStandIns([...others, changed]);
  return await saveUndoable(label, [...edits, ...standIns]);
}
