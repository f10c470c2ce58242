import { useState } from 'react';
import type { Need } from '#shared/deliverables/deliverable';
import type { Entry } from '../../../data/entry.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceAssigned, assignFailureText } from '../../../services/announce-assigned.ts';
import { setNeeds } from '../../../services/assign.ts';
import { closeAssignDialog } from '../../../state/assign-dialog.ts';
import { Callout } from '../../../ui/callout.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import css from './assign.module.css';
import { NeedsPicker } from './needs-picker.tsx';

interface NeedsDialogProps {
  readonly plan: Plan;
  readonly entry: Entry;
}

/** What must be done before a piece of work. */
export function NeedsDialog({ plan, entry }: NeedsDialogProps) {
  const [needs, setNeedsHere] = useState<readonly Need[]>(entry.needs);
  const [refusal, setRefusal] = useState<{ title: string; text: string } | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? '');

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const saved = await setNeeds(entry, needs);
    setIsSaving(false);
    if (!saved.ok && saved.error.code === 'needs-circle') {
      setRefusal(assignFailureText(saved.error));
    } else if (announceAssigned(t('assign.told.needs', { title }), saved)) closeAssignDialog();
  }

  return (
    <FormDialog
      title={t('assign.needs.title', { title })}
      description={t('assign.needs.text')}
      onClose={closeAssignDialog}
      submitLabel={t('assign.needs.save')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      className={css['stack']}
    >
      <NeedsPicker
        plan={plan}
        needs={needs}
        of={entry}
        onChange={(next) => {
          setRefusal(null);
          setNeedsHere(next);
        }}
      />
      {refusal && (
        <Callout tone="bad" title={refusal.title}>
          {refusal.text}
        </Callout>
      )}
    </FormDialog>
  );
}
