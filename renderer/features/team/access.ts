import type { WorkspaceEntry } from '#shared/ipc';
import type { Member } from '#shared/plan/member';
import type { Device, Invite } from '#shared/stream/device';
import type { Plan } from '../../data/plan.ts';

/** How a member gets in: from this computer, by a device of theirs, by an invite that waits, or not at all. */
export type Access =
  | { readonly kind: 'here' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'joined'; readonly devices: readonly Device[] }
  | { readonly kind: 'invited'; readonly invite: Invite }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'none' };

export function accessOf(member: Member, plan: Plan, workspace: WorkspaceEntry | null): Access {
  if (workspace?.seats.some((seat) => seat.memberId === member.id)) return { kind: 'here' };
  if (member.isGone) return { kind: 'gone' };
  const invites = plan.invites.filter((invite) => invite.memberId === member.id);
  const standing = new Set(
    invites.filter((invite) => invite.revokedAtMs === null).map((invite) => invite.inviteKey),
  );
  const devices = plan.devices.filter(
    (device) => device.memberId === member.id && standing.has(device.inviteKey),
  );
  if (devices.length > 0) return { kind: 'joined', devices };
  const invite = invites
    .filter(({ inviteKey }) => standing.has(inviteKey))
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs)[0];
  if (invite) return { kind: 'invited', invite };
  return invites.length > 0 ? { kind: 'revoked' } : { kind: 'none' };
}
