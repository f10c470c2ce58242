import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { openInvitesOf, revokeInvites, setMemberGone } from '../../services/members.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface AskDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
}

export function RevokeDialog({ plan, member, onClose }: AskDialogProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { name } = member;
  const invites = openInvitesOf(member.id, plan.invites);
  const isUsed = plan.devices.some((device) => device.memberId === member.id);
  const revoke = async () => {
    setIsBusy(true);
    announceSaved(t('team.revokeAsk.done', { name }), await revokeInvites(invites, name));
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      tone="danger"
      title={t('team.revokeAsk.title', { name })}
      text={isUsed ? t('team.revokeAsk.text', { name }) : t('team.revokeAsk.unused')}
      confirmLabel={t('team.revokeAsk.confirm')}
      isBusy={isBusy}
      onConfirm={() => void revoke()}
      onClose={onClose}
    />
  );
}

export function GoneDialog({ plan, member, onClose }: AskDialogProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { name } = member;
  const mark = async () => {
    setIsBusy(true);
    const saved = await setMemberGone(member, true, plan.invites, plan.devices);
    announceSaved(t('team.goneAsk.done', { name }), saved);
    onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('team.goneAsk.title', { name })}
      text={t('team.goneAsk.text')}
      confirmLabel={t('team.goneAsk.confirm')}
      isBusy={isBusy}
      onConfirm={() => void mark()}
      onClose={onClose}
    />
  );
}
