import '../../../i18n/view-words.ts';
import { useState } from 'react';
import type { IpcFailure, WorkspaceEntry } from '#shared/ipc';
import { bridge } from '../../../bridge.ts';
import { failureText } from '../../../i18n/failures.ts';
import { t } from '../../../i18n/text.ts';
import { shortHash } from '../../../services/workspace-file.ts';
import { Callout } from '../../../ui/callout.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import type { ChosenArchive } from './restore-button.tsx';
import { useProgress } from './use-progress.ts';
import css from './workspace-file.module.css';

interface RestoreDialogProps {
  readonly archive: ChosenArchive;
  readonly onRestored: (entry: WorkspaceEntry) => void;
  readonly onClose: () => void;
}

/** A team from an export: all of it, or nothing. */
export function RestoreDialog({ archive, onRestored, onClose }: RestoreDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const ratio = useProgress(isBusy);

  async function restore(): Promise<void> {
    if (isBusy || (archive.isLocked && passphrase === '')) return;
    setIsBusy(true);
    setFailure(null);
    const restored = await bridge.restoreWorkspace({
      token: archive.token,
      passphrase: archive.isLocked ? passphrase : null,
    });
    setIsBusy(false);
    if (!restored.ok) return setFailure(restored.error);
    const { entry, stateHash, hasKeys } = restored.value;
    showToast({
      title: t('handover.restoring.done', { name: entry.name }),
      text: [
        t('handover.restoring.doneText', { hash: shortHash(stateHash) }),
        t(hasKeys ? 'handover.restoring.folder' : 'handover.restoring.noKeys'),
      ].join(' '),
      tone: 'good',
    });
    onRestored(entry);
  }

  return (
    <FormDialog
      title={t('handover.restoring.title', { name: archive.name })}
      description={t('handover.restoring.text')}
      submitLabel={t('handover.restoring.act')}
      submitKey="Enter"
      isSaving={isBusy}
      onSubmit={() => void restore()}
      onClose={onClose}
      className={css['form']}
    >
      {archive.isLocked && (
        <TextField
          type="password"
          label={t('handover.restoring.passphrase')}
          value={passphrase}
          autoFocus
          maxLength={1_000}
          onChange={setPassphrase}
        />
      )}
      {isBusy && <ProgressBar label={t('handover.restoring.busy')} value={ratio} max={1} />}
      {failure && (
        <Callout tone="bad" title={failureText(failure).title}>
          {failureText(failure).text}
        </Callout>
      )}
    </FormDialog>
  );
}
