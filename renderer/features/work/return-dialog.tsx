import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { returnAll } from '../../services/work-edits.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { told } from './do-work.ts';

interface ReturnDialogProps {
  readonly entries: readonly Entry[];
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** Several pieces of work go back for one reason. */
export function ReturnDialog({ entries, plan, onClose }: ReturnDialogProps) {
  async function submit(reason: string): Promise<void> {
    const saved = await returnAll(entries, reason);
    if (announceSaved(told('returned', entries, plan), saved)) onClose();
  }

  return (
    <ReasonDialog
      title={t('work.returnDialog.title', { count: entries.length })}
      label={t('work.returnDialog.reason')}
      hint={t('work.returnDialog.hint')}
      missing={t('work.returnDialog.error')}
      submitLabel={t('work.returnDialog.confirm')}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
