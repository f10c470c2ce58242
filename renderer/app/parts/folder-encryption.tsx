import { useRef, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { encryptFolder } from '../../services/folder.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import css from './folder-encryption.module.css';
import { isKeptHere, useReceiver } from './use-receiver.ts';

/**
 * Whether what lies in the folder is encrypted, and for a manager the way to begin it. Nothing without a
 * folder that others carry: what the receiver of this computer keeps lies here alone.
 */
export function FolderEncryption() {
  const { workspace, seat, sync } = useSessionOf('workspace', 'seat', 'sync');
  const isManager = seat === 'manager';
  const receiver = useReceiver(workspace && isManager && !workspace.isSample ? workspace.id : null);
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  if (!workspace || workspace.isSample || sync?.target?.kind !== 'folder') return null;
  if (isManager && (!receiver?.ok || isKeptHere(receiver.value))) return null;
  const { isEncrypted } = sync.target;
  const begin = async () => {
    setIsBusy(true);
    await encryptFolder(workspace.id);
    setIsBusy(false);
    setIsAsking(false);
    // The button that opened the question is gone: the focus goes to what took its place.
    words.current?.focus();
  };
  return (
    <div className={css['row']}>
      <p ref={words} tabIndex={-1} className={css['text']}>
        {t(stateKey(isEncrypted, isManager))}
      </p>
      {isManager && !isEncrypted && (
        <Button onClick={() => setIsAsking(true)}>{t('encryption.begin')}</Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('encryption.ask.title')}
        text={t('encryption.ask.text')}
        confirmLabel={t('encryption.ask.confirm')}
        isBusy={isBusy}
        onConfirm={() => void begin()}
        onClose={() => setIsAsking(false)}
      >
        <ul className={css['points']}>
          <li>{t('encryption.ask.now')}</li>
          <li>{t('encryption.ask.invites')}</li>
          <li>{t('encryption.ask.lost')}</li>
        </ul>
      </ConfirmDialog>
    </div>
  );
}

function stateKey(isEncrypted: boolean, isManager: boolean) {
  if (!isEncrypted) return 'encryption.off';
  return isManager ? 'encryption.on' : 'encryption.onForAssistant';
}
