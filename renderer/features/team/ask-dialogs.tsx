import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { setMemberGone } from '../../services/members.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface AskDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly onClose: () => void;
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
