import { bridge } from '../bridge.ts';
import { readPlan } from '../data/plan.ts';
import { newId } from '#shared/ids';
import type { IpcFailure, MadeInvite } from '#shared/ipc';
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
import { sendNow } from './sync.ts';

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
 * Makes an invite for a member's seat as the plan has it now, records it, and sends the plan at once:
 * whoever opens it is let in as soon as that has arrived.
 * @param validMs how long it can be opened; null without an end
 */
export async function inviteMember(
  workspace: string,
  member: Pick<Member, 'id' | 'name'>,
  validMs: number | null,
): Promise<Result<MadeInvite, IpcFailure>> {
  const { memberById } = await readPlan();
  const seat = memberById.get(member.id)?.seat ?? 'assistant';
  const made = await bridge.createInvite({
    workspace,
    memberId: member.id,
    memberName: member.name,
    seat,
    ...(validMs !== null && { validMs }),
  });
  if (!made.ok) return made;
  const { inviteKey, tokenHash, createdAtMs, expiresAtMs } = made.value;
  const fields = { memberId: member.id, tokenHash, createdAtMs, expiresAtMs };
  const saved = await save([planEdit('invite', inviteKey, fields)]);
  if (!saved.ok) return saved;
  void sendNow();
  return made;
}

/** Revoked invites let no device in any more, also none that used them before. Sent at once. */
export async function revokeInvites(invites: readonly Invite[], memberName: string): Undoable {
  const saved = await saveUndoable(
    t('team.undo.revoked', { name: memberName }),
    invites.map((invite) => planEdit('invite', invite.inviteKey, { revokedAtMs: now() })),
  );
  if (saved.ok) void sendNow();
  return saved;
}

/** A laptop that was found again writes on with the key that it has. */
export async function restoreInvite({ inviteKey }: Invite, memberName: string): Undoable {
  const label = t('team.undo.restored', { name: memberName });
  const saved = await saveUndoable(label, [planEdit('invite', inviteKey, { revokedAtMs: null })]);
  if (saved.ok) void sendNow();
  return saved;
}

/**
 * What locks a device out: its invite, and every invite of its member that no other device joined by, for
 * it may have opened one of those since.
 */
export function invitesToRevokeWith(
  device: Pick<Device, 'keyId' | 'memberId'>,
  invites: readonly Invite[],
  devices: readonly Pick<Device, 'keyId' | 'inviteKey'>[],
): readonly Invite[] {
  const others = new Set(
    devices.filter(({ keyId }) => keyId !== device.keyId).map(({ inviteKey }) => inviteKey),
  );
  const own = devices.find(({ keyId }) => keyId === device.keyId)?.inviteKey;
  return openInvitesOf(device.memberId, invites).filter(
    ({ inviteKey }) => inviteKey === own || !others.has(inviteKey),
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
