import { useState } from 'react';
import type { ReceiverStatus } from '#shared/endpoint/receiver-status';
import type { SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import { FolderEncryption } from '../../app/parts/folder-encryption.tsx';
import { isKeptHere } from '../../app/parts/use-receiver.ts';
import { t } from '../../i18n/text.ts';
import { chooseFolder, openFolder, stopSending } from '../../services/folder.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SetupLinkDialog } from './setup-link-dialog.tsx';
import css from './settings-view.module.css';

interface TravelSettingProps {
  readonly workspace: WorkspaceEntry;
  readonly seat: Seat;
  readonly target: SyncStatus['target'];
  /** The one of this computer, where there can be one. */
  readonly receiver: ReceiverStatus | null;
}

/** Where what is saved goes and where what others write comes from, and the other ways there are. */
export function TravelSetting({ workspace, seat, target, receiver }: TravelSettingProps) {
  const [asked, setAsked] = useState<'setup' | 'stop' | null>(null);
  if (workspace.isSample) return <p className={css['text']}>{t('settings.travel.sample')}</p>;
  const isManager = seat === 'manager';
  const isKept = receiver !== null && isKeptHere(receiver);
  return (
    <div className={css['travel']}>
      {target === null ? (
        <p className={css['text']}>
          {t(isManager ? 'settings.travel.noneManager' : 'settings.travel.noneAssistant')}
        </p>
      ) : (
        <Way target={target} receiver={receiver} isManager={isManager} />
      )}
      <FolderEncryption />
      <div className={css['actions']}>
        {target?.kind === 'folder' && (
          <Button isDisabled={!target.isReachable} onClick={() => void openFolder(workspace.id)}>
            {t(isKept ? 'settings.travel.openKept' : 'settings.travel.open')}
          </Button>
        )}
        <Button onClick={() => void chooseFolder(workspace.id)}>
          {t(isKept ? 'settings.travel.changeKept' : FOLDER_LABELS[target?.kind ?? 'none'])}
        </Button>
        {isManager && (
          <Button onClick={() => setAsked('setup')}>{t('settings.travel.setup')}</Button>
        )}
        {target !== null && (receiver === null || receiver.phase === 'off') && (
          <Button variant="quiet" onClick={() => setAsked('stop')}>
            {t('settings.travel.stop')}
          </Button>
        )}
      </div>
      {asked === 'setup' && (
        <SetupLinkDialog workspace={workspace.id} onClose={() => setAsked(null)} />
      )}
      <ConfirmDialog
        isOpen={asked === 'stop'}
        title={t('settings.travel.stopTitle')}
        text={t(
          target?.kind === 'endpoint'
            ? 'settings.travel.stopReceiver'
            : 'settings.travel.stopFolder',
        )}
        confirmLabel={t('settings.travel.stop')}
        onConfirm={() => void stopSending(workspace.id).then(() => setAsked(null))}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

const FOLDER_LABELS = {
  none: 'settings.travel.chooseFolder',
  folder: 'settings.travel.changeFolder',
  endpoint: 'settings.travel.insteadFolder',
} as const;

interface WayProps {
  readonly target: NonNullable<SyncStatus['target']>;
  readonly receiver: ReceiverStatus | null;
  readonly isManager: boolean;
}

function Way({ target, receiver, isManager }: WayProps) {
  const { label, isReachable } = target;
  const kind = wayOf(target, receiver);
  return (
    <div>
      <p className={css['way']}>
        <span className={css['name']}>{t(`settings.travel.${kind}`, { label })}</span>
        {kind !== 'own' && (
          <Badge tone={isReachable ? 'good' : 'warn'}>
            {t(isReachable ? 'settings.travel.reachable' : 'settings.travel.away')}
          </Badge>
        )}
      </p>
      <p className={css['text']}>
        {[
          t(`settings.travel.${kind}Text`),
          kind === 'endpoint' && !isManager && t('settings.travel.endpointChange'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </div>
  );
}

/** `own`: in what the receiver of this computer keeps, while it is not on. */
function wayOf(
  { kind }: WayProps['target'],
  receiver: ReceiverStatus | null,
): 'folder' | 'endpoint' | 'here' | 'own' {
  if (kind === 'endpoint' || receiver === null) return kind;
  if (receiver.phase === 'on') return 'here';
  return receiver.isFolderOwn ? 'own' : kind;
}
