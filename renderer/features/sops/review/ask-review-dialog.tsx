import { useState } from 'react';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { personOptions } from '../../../app/parts/person-options.ts';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { askForReview } from '../../../services/sop-versions.ts';
import { useSession } from '../../../state/session.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import css from '../versions/publish.module.css';

interface AskReviewDialogProps {
  readonly plan: Plan;
  readonly sop: Sop;
  readonly newest: SopVersion | null;
  readonly onClose: () => void;
}

/** Who should read the draft before it is published, and what they should look at. */
export function AskReviewDialog({ plan, sop, newest, onClose }: AskReviewDialogProps) {
  const memberId = useSession((session) => session.memberId);
  const [reviewerId, setReviewerId] = useState('');
  const [note, setNote] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const others = plan.members.filter(({ seat, id }) => seat === 'manager' && id !== memberId);

  async function submit(): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    const asked = await askForReview(sop, newest, { reviewerId, note });
    setIsSaving(false);
    if (announceSaved(t('sopVersions.review.asked'), asked)) onClose();
  }

  return (
    <FormDialog
      title={t('sopVersions.review.askTitle')}
      description={t('sopVersions.review.askText')}
      submitLabel={t('sopVersions.review.askSubmit')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
      className={css['form']}
    >
      <Select
        label={t('sopVersions.review.reviewer')}
        value={reviewerId}
        options={[
          { value: '', label: t('sopVersions.review.anyManager') },
          ...personOptions(others, reviewerId),
        ]}
        onChange={setReviewerId}
      />
      <TextField
        label={t('sopVersions.review.note')}
        placeholder={t('sopVersions.review.notePlaceholder')}
        value={note}
        onChange={setNote}
        multiline
        rows={3}
        maxLength={1_000}
      />
    </FormDialog>
  );
}
