import { useState } from 'react';
import type { Run } from '#shared/sops/run';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { abandonWithChildren } from '../../services/nested-runs.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useOpenParts } from './teamwork/use-open-parts.ts';
import css from './teamwork/teamwork.module.css';

interface AbandonDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Ending a run before its end, and why: that is how a procedure gets better. */
export function AbandonDialog({ run, onClose }: AbandonDialogProps) {
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [hasParts, setHasParts] = useState(true);
  const parts = useOpenParts(run);
  const isMissing = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing) return;
    const abandoned = await abandonWithChildren(run, hasParts ? parts : [], reason);
    if (abandoned.ok) onClose();
    else announceFailure(abandoned.error);
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t('checklists.abandonTitle')}
      description={t('checklists.abandonText')}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" onClick={() => void submit()}>
            {t('checklists.abandonAct')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <TextField
          label={t('checklists.reason')}
          value={reason}
          maxLength={1_000}
          error={wasTried && isMissing ? t('checklists.reasonMissing') : undefined}
          onChange={setReason}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void submit();
          }}
        />
        {parts.length > 0 && (
          <Checkbox
            label={t('teamwork.nested.abandonToo', { count: parts.length })}
            description={t('teamwork.nested.abandonTooHint')}
            checked={hasParts}
            onChange={setHasParts}
          />
        )}
      </div>
    </Dialog>
  );
}
