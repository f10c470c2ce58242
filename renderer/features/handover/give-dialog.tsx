import { useState } from 'react';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import type { Handing } from '../../services/handover-reassign.ts';
import { handOverAll } from '../../services/handover-reassign.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './handover.module.css';

interface GiveDialogProps {
  readonly plan: Plan;
  readonly member: Member;
  readonly handings: readonly Handing[];
  readonly onClose: () => void;
}

/** Who gets how much, and a word to all of them, before anything moves. */
export function GiveDialog({ plan, member, handings, onClose }: GiveDialogProps) {
  const [note, setNote] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const count = handings.length;
  const receiverIds = [...new Set(handings.map(({ toId }) => toId))];
  async function give(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const saved = await handOverAll(member, handings, note);
    setIsSaving(false);
    if (announceSaved(t('handover.told.given', { count }), saved)) onClose();
  }
  return (
    <FormDialog
      title={t('handover.ask.title', { count, name: member.name })}
      description={t('handover.ask.text')}
      submitLabel={t('handover.ask.submit')}
      isSaving={isSaving}
      onSubmit={() => void give()}
      onClose={onClose}
      className={css['form']}
    >
      <ul className={css['lines']}>
        {receiverIds.map((id) => (
          <li key={id}>
            {t('handover.ask.line', {
              name: plan.memberById.get(id)?.name ?? '',
              count: handings.filter(({ toId }) => toId === id).length,
            })}
          </li>
        ))}
      </ul>
      <TextField
        label={t('handover.ask.note')}
        description={t('handover.ask.noteHint')}
        value={note}
        multiline
        maxLength={4_000}
        onChange={setNote}
      />
    </FormDialog>
  );
}
