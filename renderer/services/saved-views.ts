import { newId } from '#shared/ids';
import type { SavedView } from '#shared/saved-view';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';

/** What a view is named and shows; the rest of it is fixed when it is made. */
type ViewWords = Pick<SavedView, 'name' | 'params'>;

/** Keeps a way of looking at a screen under a name, for the session's member. */
export async function saveView(screen: string, { name, params }: ViewWords): Saving {
  const { memberId } = useSession.getState();
  const fields = { name: name.trim(), screen, params: { ...params }, position: now() };
  const made = viewEdit({ memberId, id: newId(randomBytes) }, fields);
  return await saveUndoable(t('work.undo.viewSaved'), [made], { areNew: true });
}

/** Gives a view another name, or what is looked at now. */
export async function changeView(view: SavedView, change: Partial<ViewWords>): Saving {
  const fields: Edit['fields'] = {
    ...(change.name !== undefined && { name: change.name.trim() }),
    ...(change.params !== undefined && { params: { ...change.params } }),
  };
  return await saveUndoable(t('work.undo.viewChanged'), [viewEdit(view, fields)]);
}

export async function deleteView(view: SavedView): Saving {
  return await saveUndoable(t('work.undo.viewDeleted'), [viewEdit(view, { deleted: true })]);
}

const viewEdit = (
  { memberId, id }: Pick<SavedView, 'memberId' | 'id'>,
  fields: Edit['fields'],
): Edit => ({ audience: memberAudience(memberId), type: 'view', id, fields });
