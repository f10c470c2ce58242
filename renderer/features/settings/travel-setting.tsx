import { useState } from 'react';
import type { SyncStatus, WorkspaceEntry } from '#shared/ipc';
import type { Seat } from '#shared/plan/member';
import { t } from '../../i18n/text.ts';
import { chooseFolder, openFolder } from '../../services/folder.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SetupLinkDialog } from './setup-link-dialog.tsx';
import css from './settings-view.module.css';

interface TravelSettingProps {
  readonly workspace: WorkspaceEntry;
  readonly seat: Seat;
  readonly target: SyncStatus['target'];
  /** Its folder is what the receiver of this computer keeps. */
  readonly isReceiving: boolean;
}

/** Where what is saved goes and where what others write comes from, and the other ways there are. */
export function TravelSetting({ workspace, seat, target, isReceiving }: TravelSettingProps) {
  const [isSettingUp, setIsSettingUp] = useState(false);
  if (workspace.isSample) return <p className={css['text']}>{t('settings.travel.sample')}</p>;
  const isManager = seat === 'manager';
  return (
    <div className={css['travel']}>
      {target === null ? (
        <p className={css['text']}>
          {t(isManager ? 'settings.travel.noneManager' : 'settings.travel.noneAssistant')}
        </p>
      ) : (
        <Way target={target} isReceiving={isReceiving} isManager={isManager} />
      )}
      <div className={css['actions']}>
        {target?.kind === 'folder' && (
          <Button isDisabled={!target.isReachable} onClick={() => void openFolder(workspace.id)}>
            {t('settings.travel.open')}
          </Button>
        )}
        <Button onClick={() => void chooseFolder(workspace.id)}>
          {t(FOLDER_LABELS[target?.kind ?? 'none'])}
        </Button>
        {isManager && (
          <Button onClick={() => setIsSettingUp(true)}>{t('settings.travel.setup')}</Button>
        )}
      </div>
      {isSettingUp && (
        <SetupLinkDialog workspace={workspace.id} onClose={() => setIsSettingUp(false)} />
      )}
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
  readonly isReceiving: boolean;
  readonly isManager: boolean;
}

function Way({ target, isReceiving, isManager }: WayProps) {
  const { kind, label, isReachable } = target;
  return (
    <div>
      <p className={css['way']}>
        <span className={css['name']}>
          {isReceiving ? t('settings.travel.here') : t(`settings.travel.${kind}`, { label })}
        </span>
        <Badge tone={isReachable ? 'good' : 'warn'}>
          {t(isReachable ? 'settings.travel.reachable' : 'settings.travel.away')}
        </Badge>
      </p>
      <p className={css['text']}>{wayTexts({ target, isReceiving, isManager }).join(' ')}</p>
    </div>
  );
}

function wayTexts({ target, isReceiving, isManager }: WayProps): readonly string[] {
  if (isReceiving) return [t('settings.travel.hereText')];
  if (target.kind === 'folder') {
    const text = t('settings.travel.folderText');
    return target.isEncrypted ? [text, t('settings.travel.folderSealed')] : [text];
  }
  const text = t('settings.travel.endpointText');
  return isManager ? [text] : [text, t('settings.travel.endpointChange')];
}
