import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { t } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import css from './reason-dialog.module.css';
import { SubmitArea } from './submit-area.tsx';
import { TextField } from './text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly size?: 'sm' | 'md';
  /** What the field asks for, and what it says under it and when it is left empty. */
  readonly label: string;
  readonly hint?: string | undefined;
  readonly missing: string;
  /** What was written before and not sent. */
  readonly written?: string | undefined;
  readonly onWrite?: ((reason: string) => void) | undefined;
  /** What submitting does, as a verb: `Send back`. */
  readonly submitLabel: string;
  readonly isDanger?: boolean;
  /** Gets a reason that says something; closes the dialog where it succeeds. */
  readonly onSubmit: (reason: string) => Promise<void>;
  readonly onClose: () => void;
  /** What else is decided, below the reason. */
  readonly children?: ReactNode;
}

/** Something that is not done without saying why: one line, submitted by its button or by Enter. */
export function ReasonDialog({
  title,
  description,
  size = 'sm',
  label,
  hint,
  missing,
  written = '',
  onWrite,
  submitLabel,
  isDanger = false,
  onSubmit,
  onClose,
  children,
}: ReasonDialogProps) {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [reason, setReason] = useState(written);
  const [wasTried, setWasTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isMissing = reason.trim() === '';

  async function submit(): Promise<void> {
    setWasTried(true);
    if (isMissing || isSaving) return;
    setIsSaving(true);
    await onSubmit(reason);
    setIsSaving(false);
  }

  return (
    <Dialog
      isOpen
      size={size}
      initialFocus={field}
      title={title}
      description={description}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            shortcut="↵"
            isBusy={isSaving}
            onClick={() => void submit()}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        <SubmitArea submitKey="Enter" onSubmit={() => void submit()}>
          <TextField
            ref={field}
            label={label}
            description={hint}
            value={reason}
            maxLength={1_000}
            error={wasTried && isMissing ? missing : undefined}
            onChange={(text) => {
              setReason(text);
              onWrite?.(text);
            }}
          />
        </SubmitArea>
        {children}
      </div>
    </Dialog>
  );
}
