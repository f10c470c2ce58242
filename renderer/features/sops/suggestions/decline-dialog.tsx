import type { Suggestion } from '#shared/sops/suggestion';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { declineSuggestions } from '../../../services/suggestions.ts';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';

interface DeclineDialogProps {
  readonly suggestions: readonly Suggestion[];
  /** Who made it, where it is one. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** One or several are declined for one reason, which travels back. */
export function DeclineDialog({ suggestions, name, onClose, onDone }: DeclineDialogProps) {
  const count = suggestions.length;

  async function submit(reason: string): Promise<void> {
    const saved = await declineSuggestions(suggestions, reason);
    if (!announceSaved(t('sopInsights.decline.done', { count }), saved)) return;
    onDone();
    onClose();
  }

  return (
    <ReasonDialog
      title={t('sopInsights.decline.title', { count, name })}
      label={t('sopInsights.decline.reason')}
      hint={t('sopInsights.decline.hint')}
      missing={t('sopInsights.decline.missing')}
      submitLabel={t('sopInsights.decline.submit')}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
