import type { DayKey } from '#shared/day';
import { FIRST_DAY } from '#shared/day';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { Calendar } from '#shared/plan/calendar';
import { applyDraft } from '#shared/plan/calendar-draft';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import { staysUntil } from '#shared/plan/member-calendar';
import type { Member } from '#shared/plan/member';
import { calendarFields } from '#shared/plan/weekly-hours';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import { t } from '../i18n/text.ts';
import { randomBytes, today } from './clock.ts';
import { calendarEdit, planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

type UndoneBy = Extract<Awaited<Undoable>, { readonly ok: true }>['value'];

/** Adds a calendar whose hours have always held. The draft must be without problems. */
export async function addCalendar(
  draft: CalendarDraft,
  today: DayKey,
): Promise<Result<UndoneBy & { readonly calendarId: string }, IpcFailure>> {
  const id = newId(randomBytes);
  const fresh: Calendar = { id, name: draft.name, versions: [] };
  const calendar = applyDraft(fresh, { ...draft, fromDay: FIRST_DAY }, today);
  const saved = await saveUndoable(t('calendars.undo.added', { name: calendar.name }), [
    calendarEdit(calendar),
  ]);
  return saved.ok ? ok({ ...saved.value, calendarId: id }) : saved;
}

/** Saves what was edited as the version from the draft's day on, for everybody who uses the calendar. */
export async function editCalendar(
  calendar: Calendar,
  draft: CalendarDraft,
  today: DayKey,
): Undoable {
  const edited = applyDraft(calendar, draft, today);
  const { versions, ...rest } = calendarFields(edited);
  const isMeasured = edited.versions !== calendar.versions && versions !== undefined;
  return await saveUndoable(t('calendars.undo.edited', { name: edited.name }), [
    planEdit('calendar', calendar.id, { ...rest, ...(isMeasured && { versions }) }),
  ]);
}

/** Takes out a version that does not hold yet. */
export async function removeVersion(calendar: Calendar, fromDay: DayKey): Undoable {
  const versions = calendar.versions.filter((version) => version.fromDay !== fromDay);
  return await saveUndoable(t('calendars.undo.edited', { name: calendar.name }), [
    calendarEdit({ ...calendar, versions }),
  ]);
}

/** Nobody may be working by a calendar that is archived. */
export async function setCalendarArchived(calendar: Calendar, isArchived: boolean): Undoable {
  const label = isArchived
    ? t('calendars.undo.archived', { name: calendar.name })
    : t('calendars.undo.restored', { name: calendar.name });
  return await saveUndoable(label, [planEdit('calendar', calendar.id, { archived: isArchived })]);
}

/**
 * Lets a member work by a calendar, one of their own or a shared one. From today: what they did before
 * stays counted by the calendar they had. Who begins today has no such days.
 */
export async function giveCalendar(member: Member, calendar: Calendar): Undoable {
  const { calendarId, calendarsBefore = [], startsOn, timeZone } = member;
  const day = today(timeZone);
  const stays = staysUntil({ calendarId, calendarsBefore }, day);
  return await saveUndoable(t('team.undo.hours', { name: member.name }), [
    planEdit('member', member.id, {
      calendarId: calendar.id,
      ...(startsOn < day && { calendarsBefore: stays.map((stay) => ({ ...stay })) }),
    }),
  ]);
}
