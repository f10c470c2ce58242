import { newId } from '#shared/ids';
import type { ReturnReason } from '#shared/quality/return-reason';
import type { Edit } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { planEdit } from './plan.ts';
import { saveUndoable } from './save.ts';

/** Adds a reason at the end of the team's list. */
export async function addReturnReason(name: string, known: readonly ReturnReason[]): Undoable {
  const position = known.reduce((most, reason) => Math.max(most, reason.position), 0) + 1;
  const added = reasonEdit(newId(randomBytes), { name: name.trim(), position });
  return await saveUndoable(t('quality.undo.reasonAdded'), [added], { areNew: true });
}

/** What was returned for it keeps the words that it had then. */
export async function renameReturnReason({ id }: ReturnReason, name: string): Undoable {
  return await saveUndoable(t('quality.undo.reasonChanged'), [
    reasonEdit(id, { name: name.trim() }),
  ]);
}

/** Offers a reason no longer, or again. */
export async function retireReturnReason({ id }: ReturnReason, isRetired: boolean): Undoable {
  return await saveUndoable(t('quality.undo.reasonChanged'), [
    reasonEdit(id, { retired: isRetired }),
  ]);
}

/** Moves a reason one place up or down among those that are offered; the ends stay where they are. */
export async function moveReturnReason(
  reason: ReturnReason,
  offered: readonly ReturnReason[],
  by: 1 | -1,
): Undoable {
  const from = offered.findIndex(({ id }) => id === reason.id);
  const order = offered.filter(({ id }) => id !== reason.id);
  order.splice(Math.min(order.length, Math.max(0, from + by)), 0, reason);
  const moved = order.flatMap(({ id, position }, at) =>
    position === at + 1 ? [] : [reasonEdit(id, { position: at + 1 })],
  );
  return await saveUndoable(t('quality.undo.reasonChanged'), moved);
}

const reasonEdit = (id: string, fields: Edit['fields']): Edit =>
  planEdit('returnReason', id, fields);
