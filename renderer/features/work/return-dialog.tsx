import { useRef, useState } from 'react';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { returnAll } from '../../services/work-edits.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { told } from './do-work.ts';

interface ReturnDialogProps {
  readonly entries: readonly Entry[];
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** Several pieces of work go back for one reason. */
export function ReturnDialog({ entries, plan, onClose }: ReturnDialogProps) {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isWrong = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWrong || isSaving) return;
    setIsSaving(true);
    const saved = await returnAll(entries, reason);
    setIsSaving(false);
    if (announceSaved(told('returned', entries, plan), saved)) onClose();
  }

  return (
    <FormDialog
      size="sm"
      initialFocus={field}
      title={t('work.returnDialog.title', { count: entries.length })}
      onClose={onClose}
      submitLabel={t('work.returnDialog.confirm')}
      submitKey="Enter"
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      <TextField
        ref={field}
        label={t('work.returnDialog.reason')}
        description={t('work.returnDialog.hint')}
        value={reason}
        maxLength={1_000}
        error={wasTried && isWrong ? t('work.returnDialog.error') : undefined}
        onChange={setReason}
      />
    </FormDialog>
  );
}
