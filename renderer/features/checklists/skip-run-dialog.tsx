import { useState } from 'react';
import type { Run } from '#shared/sops/run';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { skipDueRun } from '../../services/runs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SkipRunDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Leaving out what a schedule asks for, and why. */
export function SkipRunDialog({ run, onClose }: SkipRunDialogProps) {
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isMissing = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing) return;
    const skipped = await skipDueRun(run, reason);
    if (skipped.ok) onClose();
    else announceFailure(skipped.error);
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t('checklists.skipDueTitle')}
      description={t('checklists.skipDueText')}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" onClick={() => void submit()}>
            {t('checklists.skipDueAct')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('checklists.skipDueReason')}
        value={reason}
        maxLength={1_000}
        error={wasTried && isMissing ? t('checklists.reasonMissing') : undefined}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
        }}
      />
    </Dialog>
  );
}
