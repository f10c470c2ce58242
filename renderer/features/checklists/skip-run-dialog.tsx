import type { Run } from '#shared/sops/run';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { skipDueRun } from '../../services/runs.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

interface SkipRunDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

/** Leaving out what a schedule asks for, and why. */
export function SkipRunDialog({ run, onClose }: SkipRunDialogProps) {
  async function submit(reason: string): Promise<void> {
    const skipped = await skipDueRun(run, reason);
    if (skipped.ok) onClose();
    else announceFailure(skipped.error);
  }

  return (
    <ReasonDialog
      title={t('checklists.skipDueTitle')}
      description={t('checklists.skipDueText')}
      label={t('checklists.skipDueReason')}
      missing={t('checklists.reasonMissing')}
      submitLabel={t('checklists.skipDueAct')}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
