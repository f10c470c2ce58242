import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { newId } from '#shared/ids';
import { officeHours } from '#shared/plan/calendar';
import type { Calendar } from '#shared/plan/calendar';
import type { Outcome } from '#shared/plan/outcome';
import { changedFields, outcomeFields } from '#shared/plan/outcome-draft';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import { calendarFields } from '#shared/plan/weekly-hours';
import { clientNamed } from '#shared/plan/workspace';
import type { Client } from '#shared/plan/workspace';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit, Fields } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { randomBytes, today } from './clock.ts';
import { save, saveUndoable } from './save.ts';

export type Saved = Promise<Result<null, IpcFailure>>;
export type Undoable = ReturnType<typeof saveUndoable>;
type UndoneBy = Extract<Awaited<Undoable>, { readonly ok: true }>['value'];

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

/** What a draft is written with: the workspace's money and the clients that are known. */
interface OutcomeTerms {
  readonly moneyDigits: number;
  readonly clients: readonly Client[];
}

/** Adds an outcome. The draft must be without problems. A client that is named for the first time is added with it. */
export async function addOutcome(
  draft: OutcomeDraft,
  { moneyDigits, clients }: OutcomeTerms,
): Promise<Result<UndoneBy & { readonly outcomeId: string }, IpcFailure>> {
  const outcomeId = newId(randomBytes);
  const saved = await saveUndoable(t('outcomes.undo.added', { name: draft.name.trim() }), [
    planEdit('outcome', outcomeId, outcomeFields(draft, moneyDigits)),
    ...newClientEdits(draft.client, clients),
  ]);
  return saved.ok ? ok({ ...saved.value, outcomeId }) : saved;
}

/**
 * Writes what was changed since the editing began, and no other field: what somebody else changed
 * meanwhile stays.
 */
export async function editOutcome(
  outcomeId: string,
  before: OutcomeDraft,
  draft: OutcomeDraft,
  { moneyDigits, clients }: OutcomeTerms,
): Undoable {
  return await saveUndoable(t('outcomes.undo.edited', { name: draft.name.trim() }), [
    planEdit('outcome', outcomeId, changedFields(draft, before, moneyDigits)),
    ...newClientEdits(draft.client, clients),
  ]);
}

/** Names who answers for an outcome. */
export async function giveOutcome(
  { id, name }: Pick<Outcome, 'id' | 'name'>,
  ownerId: string,
): Undoable {
  return await saveUndoable(t('outcomes.undo.edited', { name }), [
    planEdit('outcome', id, { ownerId }),
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
  if (wanted === '' || clientNamed(clients, wanted)) return [];
  return [planEdit('client', newId(randomBytes), { name: wanted })];
}

export const calendarEdit = (calendar: Calendar): Edit =>
  planEdit('calendar', calendar.id, calendarFields(calendar));

export const planEdit = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});
