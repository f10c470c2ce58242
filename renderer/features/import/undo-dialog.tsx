import { useState } from 'react';
import type { ImportEntry } from '../../data/imports.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import type { ImportProgress } from '../../services/table-import/import-request.ts';
import { currentSeat } from '../../services/table-import/import-seat.ts';
import { undoImport } from '../../services/table-import/undo-import.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { showToast } from '../../ui/toast.ts';

interface UndoDialogProps {
  /** The import to undo, or null while the dialog is closed. */
  readonly record: Pick<ImportEntry, 'id' | 'audience' | 'fileName'> | null;
  readonly onClose: () => void;
  readonly onUndone?: (() => void) | undefined;
}

/** Asks, then takes a whole import back with its progress in sight. */
export function UndoDialog({ record, onClose, onUndone }: UndoDialogProps) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const undo = async () => {
    if (!record) return;
    setProgress({ done: 0, total: 0 });
    const undone = await undoImport(record, await currentSeat(), setProgress);
    setProgress(null);
    onClose();
    if (!undone.ok) announceFailure(undone.error);
    else {
      showToast({ title: t('import.past.undoneToast', { file: record.fileName }) });
      onUndone?.();
    }
  };
  const file = record?.fileName ?? '';
  return (
    <ConfirmDialog
      isOpen={record !== null}
      title={t('import.past.undoTitle', { file })}
      text={t('import.past.undoText')}
      confirmLabel={t('import.done.undo')}
      tone="danger"
      isBusy={progress !== null}
      onConfirm={() => void undo()}
      onClose={() => progress === null && onClose()}
    >
      {progress && (
        <ProgressBar
          label={t('import.past.undoing', { file, done: progress.done, total: progress.total })}
          value={progress.done}
          max={progress.total || null}
        />
      )}
    </ConfirmDialog>
  );
}
