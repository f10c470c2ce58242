import type { WorkspaceEntry } from '#shared/ipc';
import { t } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import css from '../form.module.css';
import type { Join } from './use-join.ts';

interface ChooseFolderProps {
  readonly entry: WorkspaceEntry;
  readonly join: Join;
}

/** For an invite that says nothing of a place. Work can begin without: it is sent later. */
export function ChooseFolder({ entry, join }: ChooseFolderProps) {
  const hint = join.invite?.folderHint ?? '';
  return (
    <>
      <p className={css['invites']}>{t('welcome.join.folderTitle', { workspace: entry.name })}</p>
      <p className={css['note']}>
        {hint !== '' && <>{t('welcome.join.folderHint', { folder: hint })} </>}
        {t('welcome.join.folderText')}
      </p>
      <div className={css['actions']}>
        <Button
          variant="primary"
          autoFocus
          isBusy={join.isBusy}
          onClick={() => void join.chooseFolder(entry)}
        >
          {t('welcome.join.chooseFolder')}
        </Button>
        <Button variant="quiet" isDisabled={join.isBusy} onClick={() => void join.open(entry)}>
          {t('welcome.join.later')}
        </Button>
      </div>
    </>
  );
}
