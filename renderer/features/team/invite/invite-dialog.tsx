import { useEffect, useRef, useState } from 'react';
import type { IpcFailure, MadeInvite } from '#shared/ipc';
import type { Member } from '#shared/plan/member';
import { FolderEncryption } from '../../../app/parts/folder-encryption.tsx';
import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import { inviteMember } from '../../../services/members.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import css from './invite.module.css';
import { INVITE_FORMS, VALIDITIES } from './invite-forms.ts';
import type { InviteForm, Validity } from './invite-forms.ts';
import { InviteState } from './invite-state.tsx';
import { MadeInviteForms } from './made-invite.tsx';

interface InviteDialogProps {
  readonly member: Pick<Member, 'id' | 'name'>;
  readonly onClose: () => void;
}

const VALIDITY_KEYS: readonly Validity[] = ['day', 'week', 'month', 'open'];

/** Choose how to give it and for how long; then it is made, and every form of it is at hand. */
export function InviteDialog({ member, onClose }: InviteDialogProps) {
  const workspace = useSession((session) => session.workspace);
  const [form, setForm] = useState<InviteForm>('link');
  const [validity, setValidity] = useState<Validity>('week');
  const [made, setMade] = useState<MadeInvite | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const { name } = member;
  const forms = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that made it is gone: the focus goes on to what is done next.
    if (made) forms.current?.querySelector('button')?.focus();
  }, [made]);

  const make = async () => {
    if (!workspace || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const result = await inviteMember(workspace.id, member, VALIDITIES[validity]);
    setIsBusy(false);
    if (result.ok) setMade(result.value);
    else setFailure(result.error);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('team.invite.title', { name })}
      footer={
        made ? (
          <Button onClick={onClose}>{t('team.invite.done')}</Button>
        ) : (
          <>
            <Button variant="quiet" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button variant="primary" isBusy={isBusy} onClick={() => void make()}>
              {t('team.invite.make')}
            </Button>
          </>
        )
      }
    >
      <div className={css['dialog']}>
        <Segmented
          label={t('team.invite.how')}
          value={form}
          onChange={setForm}
          options={INVITE_FORMS.map((value) => ({ value, label: t(`team.invite.form.${value}`) }))}
        />
        <p className={css['note']}>{t(`team.invite.good.${form}`, { name })}</p>
        {made ? (
          <div ref={forms} className={css['made']}>
            <MadeInviteForms
              form={form}
              made={made}
              name={name}
              workspace={workspace?.name ?? ''}
            />
          </div>
        ) : (
          <Select
            label={t('team.invite.valid')}
            description={t('team.invite.validHint')}
            value={validity}
            onChange={setValidity}
            options={VALIDITY_KEYS.map((value) => ({
              value,
              label: t(`team.invite.validFor.${value}`),
            }))}
          />
        )}
        {!made && <FolderEncryption />}
        <InviteState made={made} name={name} />
        {failure && (
          <Callout tone="bad" title={failureText(failure).title}>
            {failureText(failure).text}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
