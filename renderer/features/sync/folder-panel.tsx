import type { SyncStatus, WorkspaceEntry } from '#shared/ipc';
import { chooseFolder, openFolder } from '../../services/folder.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import css from './sync-view.module.css';

interface FolderPanelProps {
  readonly workspace: WorkspaceEntry;
  readonly sync: SyncStatus;
}

export function FolderPanel({ workspace, sync: { target } }: FolderPanelProps) {
  if (workspace.isSample) return <p className={css['muted']}>{t('sync.folder.sample')}</p>;
  if (!target) {
    return (
      <>
        <p className={css['muted']}>{t('sync.folder.none')}</p>
        <div className={css['acts']}>
          <Button variant="primary" onClick={() => void chooseFolder(workspace.id)}>
            {t('sync.folder.choose')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p className={css['line']}>
        <span className={css['label']}>{target.label}</span>
        <Badge tone={target.isReachable ? 'good' : 'warn'}>
          {t(target.isReachable ? 'sync.folder.reachable' : 'sync.folder.away')}
        </Badge>
      </p>
      <div className={css['acts']}>
        {target.kind === 'folder' && (
          <Button isDisabled={!target.isReachable} onClick={() => void openFolder(workspace.id)}>
            {t('sync.folder.open')}
          </Button>
        )}
        <Button onClick={() => void chooseFolder(workspace.id)}>{t('sync.folder.change')}</Button>
      </div>
    </>
  );
}
