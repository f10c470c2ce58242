import { useCallback, useEffect, useRef, useState } from 'react';
import type { IpcFailure, SharedInvite } from '#shared/ipc';
import type { Result } from '#shared/result';
import { CopyTextButton } from '../../../app/parts/copy-text-button.tsx';
import { bridge } from '../../../bridge.ts';
import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { showToast } from '../../../ui/toast.ts';
import css from './invite.module.css';
import { codeMessage, codePlace, untilWords } from './invite-forms.ts';
import type { MadeFormProps } from './made-invite.tsx';
import { Message } from './message.tsx';

type Shared = Result<SharedInvite, IpcFailure>;

/** Codes that were made in this window, by invite: going to another form and back makes no second one. */
const sharedByToken = new Map<string, SharedInvite>();

/** The code to read aloud, and the picture to send. */
export function MadeCode({ made, name, workspace }: MadeFormProps) {
  const { token, link } = made;
  const known = sharedByToken.get(token);
  const [shared, setShared] = useState<Shared | null>(known ? { ok: true, value: known } : null);
  const wasAsked = useRef(known !== undefined);
  const share = useCallback(async () => {
    setShared(null);
    const result = await bridge.shareInvite({ token });
    if (result.ok) sharedByToken.set(token, result.value);
    setShared(result);
  }, [token]);
  useEffect(() => {
    // Effects may run twice: one code is made, not two.
    if (wasAsked.current) return;
    wasAsked.current = true;
    void share();
  }, [share]);
  return (
    <>
      <div className={css['code']}>
        <div>
          <QrCode text={link} label={t('team.invite.qr', { name })} />
        </div>
        <div className={css['codeWords']}>
          {shared === null && <LoadingState label={t('team.invite.codeBusy')} />}
          {shared?.ok && <Code shared={shared.value} />}
          <Button size="sm" onClick={() => void savePicture(link, name)}>
            {t('team.invite.savePicture')}
          </Button>
        </div>
      </div>
      {shared?.ok === false && (
        <Callout
          tone="warn"
          title={failureText(shared.error).title}
          action={
            <Button size="sm" onClick={() => void share()}>
              {t('ui.retry')}
            </Button>
          }
        >
          {failureText(shared.error).text}
        </Callout>
      )}
      {shared?.ok && <Message name={name} text={codeMessage(name, workspace, shared.value)} />}
    </>
  );
}

function Code({ shared }: { readonly shared: SharedInvite }) {
  const place = codePlace(shared);
  return (
    <>
      <output className={css['digits']} aria-label={t('team.invite.form.code')}>
        {shared.code}
      </output>
      <p className={css['note']}>
        {place &&
          t(`team.invite.codeWhere.${place.kind}`, {
            place: place.label,
            until: untilWords(shared.expiresAtMs),
          })}
      </p>
      <CopyTextButton size="sm" label={t('team.invite.copyCode')} text={shared.code} />
    </>
  );
}

async function savePicture(link: string, name: string): Promise<void> {
  const { qrPicture } = await import('./qr-picture.ts');
  const png = await qrPicture(link);
  const saved = await bridge.savePicture({ name: t('team.invite.fileName', { name }), png });
  if (saved.ok) showToast({ title: t('team.invite.savedFile', { file: saved.value.fileName }) });
  else if (saved.error.code !== 'cancelled') announceFailure(saved.error);
}
