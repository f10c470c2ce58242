import { useRef, useState } from 'react';
import type { Entry } from '../../../data/entry.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { returnAll } from '../../../services/work-edits.ts';
import { closeAssignDialog } from '../../../state/assign-dialog.ts';
import { readDraft, writeDraft } from '../../../state/drafts.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface ReturnDialogProps {
  readonly plan: Plan;
  readonly entry: Entry;
}

/** Sends completed work back with what is to be done better. */
export function ReturnDialog({ plan, entry }: ReturnDialogProps) {
  const draft = `return/${entry.id}`;
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [reason, setReason] = useState(() => readDraft(draft));
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? '');
  const name = plan.memberById.get(entry.memberId)?.name ?? '';
  const isWrong = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isWrong || isSaving) return;
    setIsSaving(true);
    const saved = await returnAll([entry], reason);
    setIsSaving(false);
    if (!announceSaved(t('assign.told.returned', { title, name }), saved)) return;
    writeDraft(draft, '');
    closeAssignDialog();
  }

  return (
    <FormDialog
      initialFocus={field}
      title={t('assign.return.title', { title })}
      description={t('assign.return.text', { name })}
      onClose={closeAssignDialog}
      submitLabel={t('assign.return.confirm')}
      submitKey="Enter"
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      <TextField
        ref={field}
        label={t('assign.return.reason')}
        description={t('assign.return.hint')}
        value={reason}
        maxLength={1_000}
        error={wasTried && isWrong ? t('assign.return.missing') : undefined}
        onChange={(text) => {
          setReason(text);
          writeDraft(draft, text);
        }}
      />
    </FormDialog>
  );
}
