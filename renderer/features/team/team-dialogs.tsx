import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { GoneDialog } from './ask-dialogs.tsx';
import { DevicesDialog } from './devices-dialog.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { InviteDialog } from './invite/invite-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { RevokeDialog } from './revoke-dialogs.tsx';

/** Which dialog of the team is open, and about whom. */
export type TeamDialog =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'edit' | 'invite' | 'devices' | 'hours' | 'revoke' | 'gone' | 'leave';
      readonly member: Pick<Member, 'id' | 'name'>;
    };

export interface TeamDialogsProps {
  readonly plan: Plan;
  readonly dialog: TeamDialog;
  readonly onDialog: (dialog: TeamDialog) => void;
  readonly onClose: () => void;
}

export function TeamDialogs({ plan, dialog, onDialog, onClose }: TeamDialogsProps) {
  if (dialog.kind === 'add') {
    return <MemberDialog plan={plan} member={null} onDialog={onDialog} onClose={onClose} />;
  }
  if (dialog.kind === 'invite') return <InviteDialog member={dialog.member} onClose={onClose} />;
  const member = plan.memberById.get(dialog.member.id);
  if (!member) return null;
  switch (dialog.kind) {
    case 'edit':
      return <MemberDialog plan={plan} member={member} onDialog={onDialog} onClose={onClose} />;
    case 'hours':
      return <HoursDialog plan={plan} member={member} onClose={onClose} />;
    case 'devices':
      return (
        <DevicesDialog
          plan={plan}
          member={member}
          onInvite={() => onDialog({ kind: 'invite', member })}
          onClose={onClose}
        />
      );
    case 'leave':
      return <LeaveDialog plan={plan} member={member} onClose={onClose} />;
    case 'revoke':
      return <RevokeDialog plan={plan} member={member} onClose={onClose} />;
    case 'gone':
      return <GoneDialog plan={plan} member={member} onClose={onClose} />;
  }
}
