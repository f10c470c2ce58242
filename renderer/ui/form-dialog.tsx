import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import type { DialogProps } from './dialog.tsx';
import { Dialog } from './dialog.tsx';
import type { SubmitKey } from './submit-area.tsx';
import { SubmitArea } from './submit-area.tsx';

interface FormDialogProps extends Omit<DialogProps, 'isOpen' | 'footer'> {
  /** What submitting does, as a verb: `Move the work`. */
  readonly submitLabel: string;
  readonly submitKey?: SubmitKey | undefined;
  readonly isSaving: boolean;
  readonly onSubmit: () => void;
  /** How the fields lie. */
  readonly className?: string | undefined;
}

const KEY_CAPS = { Enter: '↵', 'Ctrl+Enter': 'Ctrl+↵' } as const;

/** A form over the page: submitted by its button or by a key from any field. */
export function FormDialog({
  submitLabel,
  submitKey = 'Ctrl+Enter',
  isSaving,
  onSubmit,
  className,
  children,
  ...dialog
}: FormDialogProps) {
  return (
    <Dialog
      {...dialog}
      isOpen
      footer={
        <>
          <Button variant="quiet" onClick={dialog.onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="primary"
            shortcut={KEY_CAPS[submitKey]}
            isBusy={isSaving}
            onClick={onSubmit}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <SubmitArea submitKey={submitKey} onSubmit={onSubmit} className={className}>
        {children}
      </SubmitArea>
    </Dialog>
  );
}
