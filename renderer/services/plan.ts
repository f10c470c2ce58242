import type { DayKey } from '#shared/day';
import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { newId } from '#shared/ids';
import { officeHours } from '#shared/plan/calendar';
import type { Calendar } from '#shared/plan/calendar';
import type { Outcome } from '#shared/plan/outcome';
import { outcomeFields } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { versionsJson } from '#shared/plan/weekly-hours';
import type { Client } from '#shared/plan/workspace';
import type { Result } from '#shared/result';
import type { Edit, Fields } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { randomBytes, today } from './clock.ts';
import { save, saveUndoable } from './save.ts';

export type Saved = Promise<Result<null, IpcFailure>>;
export type Undoable = ReturnType<typeof saveUndoable>;

export interface PlanStart {
  readonly name: string;
  readonly memberName: string;
  readonly timeZone: string;
}

/**
 * What a new workspace begins with: its own record, the manager as its first member, and office hours
 * in the manager's zone. The workspace must be the open session's.
 */
export async function createPlan(entry: WorkspaceEntry, start: PlanStart): Saved {
  const seat = entry.seats.find((each) => each.seat === 'manager');
  if (!seat) throw new Error('A workspace is created by its manager');
  const calendar = officeHours(newId(randomBytes), t('team.hours.usual'), start.timeZone);
  return await save([
    planEdit('workspace', entry.id, { name: start.name, currency: 'USD' }),
    calendarEdit(calendar),
    planEdit('member', seat.memberId, {
      name: start.memberName,
      seat: 'manager',
      timeZone: start.timeZone,
      calendarId: calendar.id,
      startsOn: today(start.timeZone),
    }),
  ]);
}

/**
 * Adds an outcome; its targets count from `startsOn`. The draft must be without problems. A client
 * that is named for the first time is added with it.
 */
export async function addOutcome(
  draft: OutcomeDraft,
  startsOn: DayKey,
  clients: readonly Client[],
): Undoable {
  const fields = { ...outcomeFields(draft, null), startsOn };
  return await saveUndoable(t('outcomes.undo.added', { name: draft.name.trim() }), [
    planEdit('outcome', newId(randomBytes), fields),
    ...newClientEdits(draft.client, clients),
  ]);
}

export async function editOutcome(
  before: Outcome,
  draft: OutcomeDraft,
  clients: readonly Client[],
): Undoable {
  return await saveUndoable(t('outcomes.undo.edited', { name: draft.name.trim() }), [
    planEdit('outcome', before.id, outcomeFields(draft, before)),
    ...newClientEdits(draft.client, clients),
  ]);
}

/** An archived outcome asks for nothing more; what was done for it stays. */
export async function setOutcomeArchived(outcome: Outcome, isArchived: boolean): Undoable {
  const label = isArchived
    ? t('outcomes.undo.archived', { name: outcome.name })
    : t('outcomes.undo.restored', { name: outcome.name });
  return await saveUndoable(label, [planEdit('outcome', outcome.id, { archived: isArchived })]);
}

function newClientEdits(name: string, clients: readonly Client[]): readonly Edit[] {
  const wanted = name.trim();
  const isKnown = clients.some((client) => client.name.toLowerCase() === wanted.toLowerCase());
  if (wanted === '' || isKnown) return [];
  return [planEdit('client', newId(randomBytes), { name: wanted })];
}

export const calendarEdit = ({ id, name, versions }: Calendar): Edit =>
  planEdit('calendar', id, { name, versions: versionsJson(versions) });

export const planEdit = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});
