import type { DayKey } from '#shared/day';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { IntentStatus } from '#shared/plan/intent';
import type { Member } from '#shared/plan/member';
import type { Outcome, RoleFamily } from '#shared/plan/outcome';
import type { Role } from '#shared/plan/role';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit, Fields } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

export interface RoleDraft {
  readonly name: string;
  readonly family: RoleFamily;
  readonly why: string;
  readonly ownerId: string;
  readonly status: IntentStatus;
  /** First and last day; empty where none is set. */
  readonly startsOn: DayKey;
  readonly endsOn: DayKey;
  readonly memberIds: readonly string[];
  /** The outcomes that its holders answer for. */
  readonly outcomeIds: readonly string[];
}

type UndoneBy = Extract<Awaited<Undoable>, { readonly ok: true }>['value'];

/** Adds a role; the outcomes it gathers leave the roles that they were in. */
export async function addRole(
  draft: RoleDraft,
  outcomes: readonly Outcome[],
): Promise<Result<UndoneBy & { readonly roleId: string }, IpcFailure>> {
  const roleId = newId(randomBytes);
  const saved = await saveUndoable(t('roles.undo.added', { name: draft.name.trim() }), [
    planEdit('role', roleId, roleFields(draft)),
    ...gatherEdits(roleId, draft.outcomeIds, outcomes),
  ]);
  return saved.ok ? ok({ ...saved.value, roleId }) : saved;
}

/** Writes the fields that differ from `before`, the draft as the editing began. */
export async function editRole(
  roleId: string,
  before: RoleDraft,
  draft: RoleDraft,
  outcomes: readonly Outcome[],
): Undoable {
  const old = roleFields(before);
  const changed = Object.entries(roleFields(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
  );
  return await saveUndoable(t('roles.undo.edited', { name: draft.name.trim() }), [
    ...(changed.length > 0 ? [planEdit('role', roleId, Object.fromEntries(changed))] : []),
    ...gatherEdits(roleId, draft.outcomeIds, outcomes),
  ]);
}

/** Removes a role; its outcomes stay, in no role. */
export async function removeRole(role: Role, outcomes: readonly Outcome[]): Undoable {
  return await saveUndoable(t('roles.undo.removed', { name: role.name }), [
    planEdit('role', role.id, { deleted: true }),
    ...gatherEdits(role.id, [], outcomes),
  ]);
}

export async function giveRole(role: Role, member: Member): Undoable {
  return await saveUndoable(t('roles.undo.gave', { name: member.name, role: role.name }), [
    planEdit('role', role.id, { memberIds: [...role.memberIds, member.id] }),
  ]);
}

export async function placeOutcome(role: Role, outcome: Outcome): Undoable {
  return await saveUndoable(t('roles.undo.placed', { name: outcome.name, role: role.name }), [
    planEdit('outcome', outcome.id, { roleId: role.id }),
  ]);
}

const roleFields = ({
  name,
  family,
  why,
  ownerId,
  status,
  startsOn,
  endsOn,
  memberIds,
}: RoleDraft): Fields => ({
  name: name.trim(),
  family,
  why: why.trim(),
  ownerId,
  status,
  startsOn,
  endsOn,
  memberIds: [...memberIds],
});

/** What brings the outcomes of a role to be exactly these. */
const gatherEdits = (
  roleId: string,
  outcomeIds: readonly string[],
  outcomes: readonly Outcome[],
): readonly Edit[] =>
  outcomes.flatMap((outcome) => {
    const isWanted = outcomeIds.includes(outcome.id);
    if (isWanted === (outcome.roleId === roleId)) return [];
    return [planEdit('outcome', outcome.id, { roleId: isWanted ? roleId : '' })];
  });
