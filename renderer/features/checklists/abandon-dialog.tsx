import { useState } from 'react';
import type { Run } from '#shared/sops/run';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { abandonWithChildren } from '../../services/nested-runs.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useOpenParts } from './teamwork/use-open-parts.ts';

interface AbandonDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Ending a run before its end, and why: that is how a procedure gets better. */
export function AbandonDialog({ run, onClose }: AbandonDialogProps) {
  const [hasParts, setHasParts] = useState(true);
  const parts = useOpenParts(run);

  async function submit(reason: string): Promise<void> {
    const abandoned = await abandonWithChildren(run, hasParts ? parts : [], reason);
    if (abandoned.ok) onClose();
    else announceFailure(abandoned.error);
  }

  return (
    <ReasonDialog
      title={t('checklists.abandonTitle')}
      description={t('checklists.abandonText')}
      label={t('checklists.reason')}
      missing={t('checklists.reasonMissing')}
      submitLabel={t('checklists.abandonAct')}
      isDanger
      onSubmit={submit}
      onClose={onClose}
    >
      {parts.length > 0 && (
        <Checkbox
          label={t('teamwork.nested.abandonToo', { count: parts.length })}
          description={t('teamwork.nested.abandonTooHint')}
          checked={hasParts}
          onChange={setHasParts}
        />
      )}
    </ReasonDialog>
  );
}
