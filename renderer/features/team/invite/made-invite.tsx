import { useState } from 'react';
import type { IpcFailure, MadeInvite } from '#shared/ipc';
import { CopyTextButton } from '../../../app/parts/copy-text-button.tsx';
import { bridge } from '../../../bridge.ts';
import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import css from './invite.module.css';
import { fileMessage, linkMessage } from './invite-forms.ts';
import type { InviteForm } from './invite-forms.ts';
import { MadeCode } from './made-code.tsx';
import { Message } from './message.tsx';

export interface MadeFormProps {
  readonly made: MadeInvite;
  readonly name: string;
  readonly workspace: string;
}

/** One invite in the form that was chosen; changing the form makes no other. */
export function MadeInviteForms({
  form,
  ...invite
}: MadeFormProps & { readonly form: InviteForm }) {
  switch (form) {
    case 'link':
      return <MadeLink {...invite} />;
    case 'code':
      return <MadeCode {...invite} />;
    case 'file':
      return <MadeFile {...invite} />;
  }
}

function MadeLink({ made, name, workspace }: MadeFormProps) {
  return (
    <>
      <div className={css['line']}>
        <output className={css['link']} aria-label={t('team.invite.form.link')}>
          {made.link}
        </output>
        <CopyTextButton variant="primary" label={t('team.invite.copyLink')} text={made.link} />
      </div>
      <Message name={name} text={linkMessage(name, workspace, made)} />
    </>
  );
}

function MadeFile({ made, name, workspace }: MadeFormProps) {
  const [fileName, setFileName] = useState<string | null>(null);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const save = async () => {
    setFailure(null);
    const suggested = t('team.invite.fileName', { name });
    const saved = await bridge.saveInvite({ token: made.token, name: suggested });
    if (saved.ok) setFileName(saved.value.fileName);
    else if (saved.error.code !== 'cancelled') setFailure(saved.error);
  };
  return (
    <>
      <div className={css['line']}>
        <Button variant={fileName === null ? 'primary' : 'secondary'} onClick={() => void save()}>
          {t('team.invite.saveFile')}
        </Button>
        {fileName !== null && (
          <span role="status">{t('team.invite.savedFile', { file: fileName })}</span>
        )}
      </div>
      {failure && (
        <Callout tone="bad" title={failureText(failure).title}>
          {failureText(failure).text}
        </Callout>
      )}
      <Message name={name} text={fileMessage(name, workspace, made)} />
    </>
  );
}
