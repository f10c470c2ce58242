import type { Recurrence, RecurrenceDraft } from '#shared/deliverables/recurrence';
import {
  RECURRENCE_TYPE,
  recurrenceDraftOf,
  recurrenceFields,
} from '#shared/deliverables/recurrence';
import { newId } from '#shared/ids';
import type { Json } from '#shared/json';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';

/** Gives a member work that comes again and again. The draft must be without problems. */
export async function addRecurrence(memberId: string, draft: RecurrenceDraft): Saving {
  const fields = {
    ...recurrenceFields(draft),
    sinceMs: now(),
    assignedById: useSession.getState().memberId,
  };
  const made = edit(memberId, newId(randomBytes), fields);
  return await saveUndoable(t('assign.undo.recurs', { title: draft.title.trim() }), [made], {
    areNew: true,
  });
}

/** What says when it comes: once it says otherwise, what lies behind is not made by the new rule. */
const WHEN = [
  'rule',
  'startsOn',
  'atMinute',
  'zone',
  'dayOff',
  'calendarId',
  'endsOn',
  'endsAfterCount',
] as const satisfies readonly (keyof Recurrence)[];

/** Saves what differs. */
export async function editRecurrence(before: Recurrence, draft: RecurrenceDraft): Saving {
  const held = recurrenceDraftOf(before);
  const old: Fields = held ? recurrenceFields(held) : {};
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(recurrenceFields(draft))) {
    if (value !== old[name]) fields[name] = value;
  }
  if (WHEN.some((name) => name in fields)) fields['sinceMs'] = now();
  return await change(before, t('assign.undo.recursEdited', { title: before.title }), fields);
}

/** While it is paused nothing comes, and what would have come meanwhile is not made up for. */
export async function setPaused(recurrence: Recurrence, isPaused: boolean): Saving {
  const { title } = recurrence;
  return isPaused
    ? await change(recurrence, t('assign.undo.paused', { title }), { pausedAtMs: now() })
    : await change(recurrence, t('assign.undo.resumed', { title }), {
        pausedAtMs: null,
        sinceMs: now(),
      });
}

/** Nothing comes any more; what has come stays. */
export async function endRecurrence(recurrence: Recurrence): Saving {
  const label = t('assign.undo.recursEnded', { title: recurrence.title });
  return await change(recurrence, label, { deleted: true });
}

const change = async ({ memberId, id }: Recurrence, label: string, fields: Fields): Saving =>
  await saveUndoable(label, Object.keys(fields).length > 0 ? [edit(memberId, id, fields)] : []);

const edit = (memberId: string, id: string, fields: Fields): Edit => ({
  audience: memberAudience(memberId),
  type: RECURRENCE_TYPE,
  id,
  fields,
});
