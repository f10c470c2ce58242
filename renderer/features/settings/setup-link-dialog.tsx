import { useState } from 'react';
import { failureText } from '../../i18n/failures.ts';
import { t } from '../../i18n/text.ts';
import { claimReceiver } from '../../services/receiver.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';

const LONGEST_LINK = 1_000;

interface SetupLinkDialogProps {
  readonly workspace: string;
  readonly onClose: () => void;
}

/** A manager brings the setup link of a receiver that runs elsewhere. */
export function SetupLinkDialog({ workspace, onClose }: SetupLinkDialogProps) {
  const [link, setLink] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async () => {
    setIsSaving(true);
    setError(undefined);
    const claimed = await claimReceiver(workspace, link.trim());
    setIsSaving(false);
    if (!claimed.ok) {
      const { title, text } = failureText(claimed.error);
      setError(`${title}. ${text}`);
      return;
    }
    showToast({
      title: t('settings.travel.setupDone'),
      text: t('settings.travel.setupDoneText'),
      tone: 'good',
    });
    onClose();
  };
  return (
    <FormDialog
      title={t('settings.travel.setupTitle')}
      description={t('settings.travel.setupText')}
      submitLabel={t('settings.travel.setupUse')}
      isSaving={isSaving}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('settings.travel.setupField')}
        description={t('settings.travel.setupHint')}
        value={link}
        onChange={setLink}
        multiline
        autoFocus
        maxLength={LONGEST_LINK}
        error={error}
      />
    </FormDialog>
  );
}
