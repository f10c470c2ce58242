import { bridge } from '../bridge.ts';
import { readPlan } from '../data/plan.ts';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import { officeHours } from '#shared/plan/calendar';
import type { Calendar } from '#shared/plan/calendar';
import { applyDraft } from '#shared/plan/calendar-draft';
import type { CalendarDraft } from '#shared/plan/calendar-draft';
import type { Member, Seat } from '#shared/plan/member';
import { versionOn, withVersion } from '#shared/plan/weekly-hours';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Device, Invite } from '#shared/stream/device';
import { t } from '../i18n/text.ts';
import { now, randomBytes, today } from './clock.ts';
import { calendarEdit, planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { save, saveUndoable } from './save.ts';

type UndoneBy = Extract<Awaited<Undoable>, { readonly ok: true }>['value'];

export interface MemberDraft {
  readonly name: string;
  readonly seat: Seat;
  readonly title: string;
  readonly place: string;
  readonly timeZone: string;
}

/** Adds a member with office hours of their own, in their zone. Their targets count from today. */
export async function addMember(
  draft: MemberDraft,
): Promise<Result<UndoneBy & { readonly memberId: string }, IpcFailure>> {
  const calendar = officeHours(newId(randomBytes), hoursName(draft.name), draft.timeZone);
  const memberId = newId(randomBytes);
  const saved = await saveUndoable(t('team.undo.added', { name: draft.name.trim() }), [
    calendarEdit(calendar),
    planEdit('member', memberId, {
      ...trimmed(draft),
      calendarId: calendar.id,
      startsOn: today(draft.timeZone),
    }),
  ]);
  return saved.ok ? ok({ ...saved.value, memberId }) : saved;
}

/** Somebody who moves takes their hours along: from today they are counted in the new zone. */
export async function editMember(
  member: Member,
  draft: MemberDraft,
  held: Calendar | undefined,
): Undoable {
  const day = today(draft.timeZone);
  const hours = held && versionOn(held, day);
  const isMoved = hours && hours.timeZone === member.timeZone && draft.timeZone !== member.timeZone;
  const own: Calendar | null = isMoved
    ? { ...held, id: newId(randomBytes), name: hoursName(draft.name) }
    : null;
  return await saveUndoable(t('team.undo.edited', { name: draft.name.trim() }), [
    planEdit('member', member.id, { ...trimmed(draft), ...(own && { calendarId: own.id }) }),
    ...(own && hours
      ? [calendarEdit(withVersion(own, { ...hours, timeZone: draft.timeZone }, day, day))]
      : []),
  ]);
}

/**
 * Sets a member's working hours from the draft's day on. Hours that others share, or that belong to
 * nobody yet, become the member's own first, so that nobody else's days move.
 */
export async function saveHours(
  member: Member,
  held: Calendar | null,
  isShared: boolean,
  draft: CalendarDraft,
): Undoable {
  const name = hoursName(member.name);
  const base = held ?? officeHours(newId(randomBytes), name, draft.timeZone);
  const own = isShared ? { ...base, id: newId(randomBytes), name } : base;
  const edited = applyDraft(own, { ...draft, name: own.name }, today(member.timeZone));
  return await saveUndoable(t('team.undo.hours', { name: member.name }), [
    calendarEdit(edited),
    ...(own.id === member.calendarId
      ? []
      : [planEdit('member', member.id, { calendarId: own.id })]),
  ]);
}

/**
 * Marks a member as gone: their targets end today and their log stays. Invites that no device has used
 * are revoked; a used one stands, for it vouches for what its device wrote.
 */
export async function setMemberGone(
  member: Member,
  isGone: boolean,
  invites: readonly Invite[],
  devices: readonly Pick<Device, 'inviteKey'>[],
): Undoable {
  const label = isGone
    ? t('team.undo.gone', { name: member.name })
    : t('team.undo.back', { name: member.name });
  const used = new Set(devices.map((device) => device.inviteKey));
  const open = isGone
    ? openInvitesOf(member.id, invites).filter((invite) => !used.has(invite.inviteKey))
    : [];
  return await saveUndoable(label, [
    planEdit('member', member.id, {
      gone: isGone,
      goneOn: isGone ? today(member.timeZone) : null,
    }),
    ...open.map((invite) => planEdit('invite', invite.inviteKey, { revokedAtMs: now() })),
  ]);
}

/**
 * Writes an invite file where the manager chooses and records it, so that the device that opens it is
 * let in to the member's seat as the plan has it now. Answers the file's name, or `cancelled`.
 */
export async function inviteMember(
  workspace: string,
  member: Pick<Member, 'id' | 'name'>,
): Promise<Result<{ readonly fileName: string }, IpcFailure>> {
  const { memberById } = await readPlan();
  const seat = memberById.get(member.id)?.seat ?? 'assistant';
  const made = await bridge.createInvite({
    workspace,
    memberId: member.id,
    memberName: member.name,
    seat,
  });
  if (!made.ok) return made;
  const { inviteKey, fileName } = made.value;
  const saved = await save([
    planEdit('invite', inviteKey, { memberId: member.id, createdAtMs: now() }),
  ]);
  return saved.ok ? ok({ fileName }) : saved;
}

/** Revoked invites let no device in any more, also none that used them before. */
export async function revokeInvites(invites: readonly Invite[], memberName: string): Undoable {
  return await saveUndoable(
    t('team.undo.revoked', { name: memberName }),
    invites.map((invite) => planEdit('invite', invite.inviteKey, { revokedAtMs: now() })),
  );
}

export const openInvitesOf = (memberId: string, invites: readonly Invite[]): readonly Invite[] =>
  invites.filter((invite) => invite.memberId === memberId && invite.revokedAtMs === null);

const hoursName = (memberName: string): string => t('team.hours.of', { name: memberName.trim() });

const trimmed = ({ name, seat, title, place, timeZone }: MemberDraft) => ({
  name: name.trim(),
  seat,
  title: title.trim(),
  place: place.trim(),
  timeZone,
});
