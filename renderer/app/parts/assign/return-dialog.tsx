import type { Entry } from '../../../data/entry.ts';
import type { Plan } from '../../../data/plan.ts';
import { workTitle } from '../../../i18n/entry-words.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { returnAll } from '../../../services/work-edits.ts';
import { closeAssignDialog } from '../../../state/assign-dialog.ts';
import { readDraft, writeDraft } from '../../../state/drafts.ts';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';

interface ReturnDialogProps {
  readonly plan: Plan;
  readonly entry: Entry;
}

/** Sends completed work back with what is to be done better. */
export function ReturnDialog({ plan, entry }: ReturnDialogProps) {
  const draft = `return/${entry.id}`;
  const title = workTitle(entry, plan.outcomeById.get(entry.outcomeId)?.unit ?? '');
  const name = plan.memberById.get(entry.memberId)?.name ?? '';

  async function submit(reason: string): Promise<void> {
    const saved = await returnAll([entry], reason);
    if (!announceSaved(t('assign.told.returned', { title, name }), saved)) return;
    writeDraft(draft, '');
    closeAssignDialog();
  }

  return (
    <ReasonDialog
      title={t('assign.return.title', { title })}
      description={t('assign.return.text', { name })}
      size="md"
      label={t('assign.return.reason')}
      hint={t('assign.return.hint')}
      missing={t('assign.return.missing')}
      written={readDraft(draft)}
      onWrite={(text) => writeDraft(draft, text)}
      submitLabel={t('assign.return.confirm')}
      onSubmit={submit}
      onClose={closeAssignDialog}
    />
  );
}
