import { useEffect, useRef, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import type { Member } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { inviteMember } from '../../services/members.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './invite-dialog.module.css';

interface InviteDialogProps {
  readonly member: Pick<Member, 'id' | 'name'>;
  readonly onClose: () => void;
}

type Made = Result<{ readonly fileName: string }, IpcFailure>;

/** Asks where the invite file goes, then says what to do with it. Choosing nowhere makes no invite. */
export function InviteDialog({ member, onClose }: InviteDialogProps) {
  const workspace = useSession((session) => session.workspace);
  const [made, setMade] = useState<Made | null>(null);
  const wasAsked = useRef(false);
  const { id, name } = member;
  const workspaceId = workspace?.id ?? '';
  useEffect(() => {
    if (wasAsked.current) return;
    // Effects may run twice: one invite is made, not two.
    wasAsked.current = true;
    const make = async () => {
      const result = await inviteMember(workspaceId, { id, name });
      if (!result.ok && result.error.code === 'cancelled') onClose();
      else setMade(result);
    };
    void make();
  }, [workspaceId, id, name, onClose]);
  if (!made) return null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('team.inviteDone.title', { name })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('team.inviteDone.ok')}
        </Button>
      }
    >
      {made.ok ? (
        <div className={css['words']}>
          <p>{t('team.inviteDone.text', { name, file: made.value.fileName })}</p>
          <p className={css['more']}>{t('team.inviteDone.secret', { name })}</p>
          <p className={css['more']}>{t('team.inviteDone.beside')}</p>
        </div>
      ) : (
        <Callout tone="bad" title={failureText(made.error).title}>
          {failureText(made.error).text}
        </Callout>
      )}
    </Dialog>
  );
}
