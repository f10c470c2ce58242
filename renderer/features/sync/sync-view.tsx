import { Download, Send } from 'lucide-react';
import { useState } from 'react';
import { sendAll } from '../../services/send-all.ts';
import { isReceivedHere, useReceiver } from '../../app/parts/use-receiver.ts';
import { ImportDialog } from '../../app/parts/import-dialog.tsx';
import { t } from '../../i18n/text.ts';
import { useSessionOf } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ByHand } from './by-hand.tsx';
import { Reports } from './reports.tsx';
import { SupportLog } from './support-log.tsx';
import css from './sync-view.module.css';
import { Totals } from './totals.tsx';

/** Where everything that was saved stands: here, on its way, with a manager; and what to do where it does not go on. */
export function SyncView() {
  const { workspace, seat, sync } = useSessionOf('workspace', 'seat', 'sync');
  const [isImporting, setIsImporting] = useState(false);
  const canReceive = workspace !== null && seat === 'manager' && !workspace.isSample;
  const receiver = useReceiver(canReceive ? workspace.id : null);
  const isHere = isReceivedHere(receiver);
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
          ? isHere
            ? t('sync.subtitle.here')
            : t(target.isReachable ? 'sync.subtitle.folder' : 'sync.subtitle.away', {
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
      <Reports workspace={workspace} sync={sync} isHere={isHere} />
      <div className={css['columns']}>
        {!isSample && (
          <Panel title={t('sync.byHand.title')}>
            <ByHand workspace={workspace.id} />
          </Panel>
        )}
        <Panel title={t('sync.log.title')}>
          <SupportLog workspace={workspace.id} />
        </Panel>
      </div>
      <ImportDialog isOpen={isImporting} onClose={() => setIsImporting(false)} />
    </Page>
  );
}
