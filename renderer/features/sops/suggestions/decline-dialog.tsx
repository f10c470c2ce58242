import { useRef, useState } from 'react';
import type { Suggestion } from '#shared/sops/suggestion';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { declineSuggestions } from '../../../services/suggestions.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface DeclineDialogProps {
  readonly suggestions: readonly Suggestion[];
  /** Who made it, where it is one. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One or several are declined for one reason, which travels back. */
export function DeclineDialog({ suggestions, name, onClose, onDone }: DeclineDialogProps) {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isMissing = reason.trim() === '';
  const count = suggestions.length;

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    const saved = await declineSuggestions(suggestions, reason);
    setIsSaving(false);
    if (!announceSaved(t('sopInsights.decline.done', { count }), saved)) return;
    onDone();
    onClose();
  }

  return (
    <FormDialog
      size="sm"
      initialFocus={field}
      title={t('sopInsights.decline.title', { count, name })}
      onClose={onClose}
      submitLabel={t('sopInsights.decline.submit')}
      submitKey="Enter"
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      <TextField
        ref={field}
        label={t('sopInsights.decline.reason')}
        description={t('sopInsights.decline.hint')}
        value={reason}
        maxLength={1_000}
        error={wasTried && isMissing ? t('sopInsights.decline.missing') : undefined}
        onChange={setReason}
      />
    </FormDialog>
  );
}
