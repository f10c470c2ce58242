import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { openInvitesOf, setMemberGone } from '../../services/members.ts';
import { go } from '../../state/route.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import type { Access } from './access.ts';
import type { TeamDialog } from './team-dialogs.tsx';

/** What can be done about a member, as far as it fits who they are and how they reach the team. */
export function memberMenu(
  member: Member,
  plan: Plan,
  access: Access,
  isSelf: boolean,
  onDialog: (dialog: TeamDialog) => void,
): readonly MenuItem[] {
  const hasOpenInvite = openInvitesOf(member.id, plan.invites).length > 0;
  const comeBack = async () => {
    const saved = await setMemberGone(member, false, plan.invites, plan.devices);
    announceSaved(t('team.undo.back', { name: member.name }), saved);
  };
  return [
    item('edit', t('team.edit'), () => onDialog({ kind: 'edit', member })),
    item('hours', t('team.hoursAction'), () => onDialog({ kind: 'hours', member })),
    item('entries', t('team.seeEntries'), () =>
      go('entries', { memberId: member.id, stage: 'all' }),
    ),
    ...(member.isGone
      ? []
      : [item('leave', t('team.leaveAct'), () => onDialog({ kind: 'leave', member }))]),
    item('handover', t('team.handOver'), () => go('handover', { memberId: member.id })),
    ...(isSelf ? [] : [{ key: 'rule', kind: 'separator' } as const]),
    ...(isSelf || member.isGone || access.kind === 'here'
      ? []
      : [
          item(
            'invite',
            access.kind === 'joined' ? t('team.inviteAgain') : t('team.inviteAct'),
            () => onDialog({ kind: 'invite', member }),
          ),
        ]),
    ...(isSelf || access.kind === 'none' || access.kind === 'here'
      ? []
      : [item('devices', t('team.devicesAct'), () => onDialog({ kind: 'devices', member }))]),
    ...(hasOpenInvite && !isSelf
      ? [item('revoke', t('team.revokeAct'), () => onDialog({ kind: 'revoke', member }))]
      : []),
    ...(isSelf
      ? []
      : [
          member.isGone
            ? item('back', t('team.comeBack'), () => void comeBack())
            : item('gone', t('team.markGone'), () => onDialog({ kind: 'gone', member })),
        ]),
  ];
}

const item = (key: string, label: string, onSelect: () => void): MenuItem => ({
  key,
  label,
  onSelect,
});
