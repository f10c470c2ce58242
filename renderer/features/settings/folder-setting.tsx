import { chooseFolder, openFolder } from '../../services/folder.ts';
import { t } from '../../i18n/text.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import css from './settings-view.module.css';

export function FolderSetting() {
  const { workspace, sync } = useSession();
  const folder = sync?.target ?? null;
  if (!workspace) return null;
  return (
    <div className={css['row']}>
      <p className={css['text']}>
        {folder
          ? t('settings.folderText', { folder: folder.label })
          : t(workspace.isSample ? 'sync.folder.sample' : 'settings.folderNone')}
        {folder && !folder.isReachable && ` ${t('settings.folderAway')}`}
      </p>
      <div className={css['actions']}>
        {folder?.kind === 'folder' && (
          <Button onClick={() => void openFolder(workspace.id)}>{t('settings.openFolder')}</Button>
        )}
        {!workspace.isSample && (
          <Button onClick={() => void chooseFolder(workspace.id)}>
            {folder ? t('settings.changeFolder') : t('settings.chooseFolder')}
          </Button>
        )}
      </div>
    </div>
  );
}
