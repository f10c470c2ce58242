import { Download, Send } from 'lucide-react';
import { useState } from 'react';
import { sendAll } from '../../services/send-all.ts';
import { ImportDialog } from '../../app/parts/import-dialog.tsx';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ByHand } from './by-hand.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { Queue } from './queue.tsx';
import { Streams } from './streams.tsx';
import css from './sync-view.module.css';
import { Totals } from './totals.tsx';
import { Trouble } from './trouble.tsx';

/** Where everything that was saved stands: here, in the folder, with a manager. */
export function SyncView() {
  const { workspace, sync } = useSession();
  const [isImporting, setIsImporting] = useState(false);
  if (!workspace || !sync) {
    return (
      <Page title={t('sync.title')}>
        <LoadingState />
      </Page>
    );
  }
  const { target } = sync;
  const { isSample } = workspace;
  return (
    <Page
      title={t('sync.title')}
      subtitle={
        target
          ? t(target.isReachable ? 'sync.subtitle.folder' : 'sync.subtitle.away', {
              folder: target.label,
            })
          : t(isSample ? 'sync.subtitle.sample' : 'sync.subtitle.none')
      }
      actions={
        <>
          <Button
            icon={<Download aria-hidden />}
            isDisabled={isSample}
            onClick={() => setIsImporting(true)}
          >
            {t('sync.importNow')}
          </Button>
          <Button
            variant="primary"
            icon={<Send aria-hidden />}
            isBusy={sync.phase === 'sending'}
            isDisabled={!target}
            onClick={() => void sendAll()}
          >
            {t('sync.sendNow')}
          </Button>
        </>
      }
    >
      <Totals sync={sync} />
      <div className={css['columns']}>
        <Panel title={t('sync.queue.title')}>
          {isSample ? <p className={css['muted']}>{t('sync.sample')}</p> : <Queue sync={sync} />}
        </Panel>
        <Panel title={t('sync.folder.title')}>
          <FolderPanel workspace={workspace} sync={sync} />
        </Panel>
      </div>
      <Panel title={t('sync.trouble.title')}>
        <Trouble sync={sync} />
      </Panel>
      <Panel title={t('sync.streams.title')} note={t('sync.streams.note')}>
        <Streams workspace={workspace} sync={sync} />
      </Panel>
      {!isSample && (
        <Panel title={t('sync.byHand.title')}>
          <ByHand workspace={workspace.id} />
        </Panel>
      )}
      <ImportDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </Page>
  );
}
