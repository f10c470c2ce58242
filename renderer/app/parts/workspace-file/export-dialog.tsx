import '../../../i18n/view-words.ts';
import { useState } from 'react';
import type { WorkspaceEntry } from '#shared/ipc';
import { bridge } from '../../../bridge.ts';
import { t } from '../../../i18n/text.ts';
import { announceFailure } from '../../../services/announce.ts';
import { shortHash } from '../../../services/workspace-file.ts';
import { Callout } from '../../../ui/callout.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useProgress } from './use-progress.ts';
import css from './workspace-file.module.css';

interface ExportDialogProps {
  readonly workspace: WorkspaceEntry;
  readonly onClose: () => void;
}

const SHORTEST_PASSPHRASE = 12;

/** All of a workspace in one file, with a passphrase unless somebody says otherwise. */
export function ExportDialog({ workspace, onClose }: ExportDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isPlain, setIsPlain] = useState(false);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const ratio = useProgress(isBusy);
  const isShort = !isPlain && passphrase.length < SHORTEST_PASSPHRASE;
  const isDifferent = !isPlain && passphrase !== repeated;
  const isFounder = workspace.seats.some(({ keyId }) => keyId === workspace.founderKey);

  async function save(): Promise<void> {
    setWasTried(true);
    if (isShort || isDifferent || isBusy) return;
    setIsBusy(true);
    const exported = await bridge.exportWorkspace({
      workspace: workspace.id,
      passphrase: isPlain ? null : passphrase,
    });
    setIsBusy(false);
    if (exported.ok) {
      showToast({
        title: t('handover.exporting.done', { name: exported.value.fileName }),
        text: t('handover.exporting.doneText', { hash: shortHash(exported.value.stateHash) }),
        tone: 'good',
      });
      onClose();
    } else if (exported.error.code !== 'cancelled') announceFailure(exported.error);
  }

  return (
    <FormDialog
      title={t('handover.exporting.title')}
      description={t('handover.exporting.text')}
      submitLabel={t('handover.exporting.act')}
      isSaving={isBusy}
      onSubmit={() => void save()}
      onClose={onClose}
      className={css['form']}
    >
      {!isPlain && (
        <>
          <TextField
            type="password"
            label={t('handover.exporting.passphrase')}
            value={passphrase}
            autoFocus
            maxLength={1_000}
            error={wasTried && isShort ? t('handover.exporting.short') : undefined}
            onChange={setPassphrase}
          />
          <TextField
            type="password"
            label={t('handover.exporting.repeat')}
            value={repeated}
            maxLength={1_000}
            error={wasTried && isDifferent ? t('handover.exporting.different') : undefined}
            onChange={setRepeated}
          />
        </>
      )}
      <Checkbox
        label={t('handover.exporting.withoutKeys')}
        checked={isPlain}
        onChange={setIsPlain}
      />
      {isPlain && (
        <Callout tone="warn" title={t('handover.exporting.withoutKeysHint')}>
          {isFounder ? t('handover.exporting.founder') : undefined}
        </Callout>
      )}
      {isBusy && <ProgressBar label={t('handover.exporting.busy')} value={ratio} max={1} />}
    </FormDialog>
  );
}
