import { useRef, useState } from 'react';
import type { SavedView } from '#shared/saved-view';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { changeView, saveView } from '../../../services/saved-views.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface ViewNameDialogProps {
  /** Which screen it is of, as the route names it. */
  readonly screen: string;
  /** The view to be renamed; null where what is looked at becomes a new one. */
  readonly view: SavedView | null;
  readonly params: SavedView['params'];
  readonly onClose: () => void;
}

/** The name of a saved view. */
export function ViewNameDialog({ screen, view, params, onClose }: ViewNameDialogProps) {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(view?.name ?? '');
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const name = typed.trim();

  async function submit(): Promise<void> {
    setWasTried(true);
    if (name === '' || isSaving) return;
    setIsSaving(true);
    const saved = await (view ? changeView(view, { name }) : saveView(screen, { name, params }));
    setIsSaving(false);
    const title = view ? t('work.viewTold.changed', { name }) : t('work.viewTold.saved', { name });
    if (announceSaved(title, saved)) onClose();
  }

  return (
    <FormDialog
      size="sm"
      initialFocus={field}
      title={view ? t('work.view.renameTitle') : t('work.view.saveTitle')}
      onClose={onClose}
      submitLabel={t('work.view.confirm')}
      submitKey="Enter"
      isSaving={isSaving}
      onSubmit={() => void submit()}
    >
      <TextField
        ref={field}
        label={t('work.view.name')}
        description={t('work.view.nameHint')}
        value={typed}
        maxLength={60}
        error={wasTried && name === '' ? t('work.view.nameError') : undefined}
        onChange={setTyped}
      />
    </FormDialog>
  );
}
