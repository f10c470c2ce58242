import { useState } from 'react';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { sendBackDraft } from '../../../services/sop-versions.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface SendBackDialogProps {
  readonly sop: Sop;
  readonly newest: SopVersion | null;
  readonly onClose: () => void;
}

/** A draft goes back to whoever wrote it, with what should change. */
export function SendBackDialog({ sop, newest, onClose }: SendBackDialogProps) {
  const [note, setNote] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isMissing = note.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    const sentBack = await sendBackDraft(sop, newest, note);
    setIsSaving(false);
    if (announceSaved(t('sopVersions.review.sentBackTold'), sentBack)) onClose();
  }

  return (
    <FormDialog
      title={t('sopVersions.review.sendBackTitle')}
      description={t('sopVersions.review.sendBackText')}
      submitLabel={t('sopVersions.review.sendBackSubmit')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('sopVersions.review.sendBackNote')}
        value={note}
        error={wasTried && isMissing ? t('sopVersions.review.sendBackMissing') : undefined}
        onChange={setNote}
        multiline
        rows={4}
        maxLength={2_000}
      />
    </FormDialog>
  );
}
