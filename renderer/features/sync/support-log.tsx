import { useState } from 'react';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { copySyncLog, readSyncLog } from '../../services/sync-items.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './sync-view.module.css';

/** The log that somebody who helps may ask for: shown before it is sent, and copied whole. */
export function SupportLog({ workspace }: { readonly workspace: string }) {
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const open = async () => {
    const log = await readSyncLog(workspace);
    setText(log.ok ? log.value.text : failureText(log.error).title);
    setIsOpen(true);
  };
  const copy = (
    <Button variant="primary" onClick={() => void copySyncLog(workspace)}>
      {t('sync.log.copy')}
    </Button>
  );
  return (
    <>
      <p className={css['muted']}>{t('sync.log.text')}</p>
      <div className={css['acts']}>
        <Button onClick={() => void copySyncLog(workspace)}>{t('sync.log.copy')}</Button>
        <Button variant="quiet" onClick={() => void open()}>
          {t('sync.log.show')}
        </Button>
      </div>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('sync.log.title')}
        description={t('sync.log.text')}
        size="xl"
        footer={copy}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keys */}
        <pre className={css['log']} tabIndex={0} role="region" aria-label={t('sync.log.title')}>
          {text}
        </pre>
      </Dialog>
    </>
  );
}
