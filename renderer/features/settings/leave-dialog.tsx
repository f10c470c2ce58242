import { useState } from 'react';
import type { IpcFailure, SyncStatus, WorkspaceEntry } from '#shared/ipc';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { sendNow } from '../../services/sync.ts';
import { leaveWorkspace, useUnreceived } from '../../services/workspace-file.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './workspace-panel.module.css';

interface LeaveDialogProps {
  readonly workspace: WorkspaceEntry;
  readonly sync: SyncStatus | null;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** What would be lost, what to do first, and the name as a signature: there is no way back. */
export function LeaveDialog({ workspace, sync, onExport, onClose }: LeaveDialogProps) {
  const { unsentCount, unconfirmedCount } = useUnreceived(sync);
  const [name, setName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const isFounder = workspace.seats.some(({ keyId }) => keyId === workspace.founderKey);
  const isNamed = name.trim() === workspace.name.trim();

  async function leave(): Promise<void> {
    if (!isNamed || isBusy) return;
    setIsBusy(true);
    const left = await leaveWorkspace(workspace.id, name);
    setIsBusy(false);
    if (!left.ok) setFailure(left.error);
  }

  return (
    <Dialog
      isOpen
      title={t('handover.leaving.title', { name: workspace.name })}
      description={t('handover.leaving.text')}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={!isNamed}
            isBusy={isBusy}
            onClick={() => void leave()}
          >
            {t('handover.leaving.act')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {workspace.isSample ? null : unsentCount + unconfirmedCount === 0 ? (
          <Callout tone="good" title={t('handover.leaving.allReceived')} />
        ) : (
          <Callout
            tone={unsentCount > 0 ? 'bad' : 'warn'}
            title={
              unsentCount > 0
                ? t('handover.leaving.unsent', { count: unsentCount })
                : t('handover.leaving.unreceived', { count: unconfirmedCount })
            }
            action={
              <>
                <Button size="sm" onClick={() => void sendNow()}>
                  {t('handover.leaving.send')}
                </Button>
                <Button size="sm" onClick={onExport}>
                  {t('handover.leaving.export')}
                </Button>
              </>
            }
          >
            {unsentCount > 0 && unconfirmedCount > 0
              ? `${t('handover.leaving.unreceived', { count: unconfirmedCount })}. ${t('handover.leaving.lostText')}`
              : t('handover.leaving.lostText')}
          </Callout>
        )}
        {isFounder && !workspace.isSample && (
          <Callout
            tone="warn"
            title={t('handover.leaving.founder')}
            action={
              <Button size="sm" onClick={onExport}>
                {t('handover.leaving.export')}
              </Button>
            }
          />
        )}
        <TextField
          label={t('handover.leaving.name', { name: workspace.name })}
          value={name}
          maxLength={200}
          onChange={setName}
        />
        {failure && (
          <Callout tone="bad" title={failureText(failure).title}>
            {failureText(failure).text}
          </Callout>
        )}
      </div>
    </Dialog>
  );
}
