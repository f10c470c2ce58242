import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Device, Invite } from '#shared/stream/device';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { invitesToRevokeWith, openInvitesOf, revokeInvites } from '../../services/members.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface AskProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** Everything that a member could come in by. */
export function RevokeDialog({ plan, member, onClose }: AskProps & { readonly plan: Plan }) {
  const { name } = member;
  const isUsed = plan.devices.some((device) => device.memberId === member.id);
  return (
    <RevokeQuestion
      name={name}
      title={t('team.revokeAsk.title', { name })}
      text={isUsed ? t('team.revokeAsk.text', { name }) : t('team.revokeAsk.unused')}
      confirmLabel={t('team.revokeAsk.confirm')}
      doneLabel={t('team.revokeAsk.done', { name })}
      invites={openInvitesOf(member.id, plan.invites)}
      onClose={onClose}
    />
  );
}

/** One device, such as a lost laptop. */
export function RevokeDeviceDialog({
  plan,
  member,
  device,
  onClose,
}: AskProps & { readonly plan: Plan; readonly device: Device }) {
  const { name } = member;
  const together = plan.devices.filter(({ inviteKey }) => inviteKey === device.inviteKey);
  return (
    <RevokeQuestion
      name={name}
      title={t('team.revokeAsk.device', { name })}
      text={
        together.length > 1
          ? t('team.revokeAsk.deviceShared', { name, count: together.length })
          : t('team.revokeAsk.deviceText', { name })
      }
      confirmLabel={t('team.revokeAsk.deviceConfirm')}
      doneLabel={t('team.revokeAsk.deviceDone', { name })}
      invites={invitesToRevokeWith(device, plan.invites, plan.devices)}
      onClose={onClose}
    />
  );
}

export function RevokeInviteDialog({
  member,
  invite,
  onClose,
}: AskProps & { readonly invite: Invite }) {
  const { name } = member;
  return (
    <RevokeQuestion
      name={name}
      title={t('team.revokeAsk.invite')}
      text={t('team.revokeAsk.unused')}
      confirmLabel={t('team.revokeAsk.inviteConfirm')}
      doneLabel={t('team.revokeAsk.inviteDone', { name })}
      invites={[invite]}
      onClose={onClose}
    />
  );
}

interface QuestionProps {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly doneLabel: string;
  readonly invites: readonly Invite[];
  readonly onClose: () => void;
}

function RevokeQuestion({ name, doneLabel, invites, onClose, ...words }: QuestionProps) {
  const [isBusy, setIsBusy] = useState(false);
  const revoke = async () => {
    setIsBusy(true);
    announceSaved(doneLabel, await revokeInvites(invites, name));
    onClose();
  };
  return (
    <ConfirmDialog
      {...words}
      isOpen
      tone="danger"
      isBusy={isBusy}
      onConfirm={() => void revoke()}
      onClose={onClose}
    />
  );
}
