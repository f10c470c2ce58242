import { useState } from 'react';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { deleteAll } from '../../services/work-edits.ts';
import type { WorkDialog } from '../../state/work-dialog.ts';
import { closeWorkDialog, useWorkDialog } from '../../state/work-dialog.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { told } from './do-work.ts';
import { DueDialog } from './due-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { ViewNameDialog } from '../../app/parts/views/view-name-dialog.tsx';

/** The work view's own dialogs: what they ask is of many pieces of work, or of a view. */
export function WorkViewDialogs({ plan }: { readonly plan: Plan }) {
  const { dialog } = useWorkDialog();
  const shared = { plan, onClose: closeWorkDialog };
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'due':
      return <DueDialog {...shared} entries={dialog.entries} />;
    case 'return':
      return <ReturnDialog {...shared} entries={dialog.entries} />;
    case 'delete':
      return <DeleteDialog {...shared} entries={dialog.entries} />;
    case 'save-view':
      return (
        <ViewNameDialog
          screen="work"
          view={null}
          params={dialog.params}
          onClose={closeWorkDialog}
        />
      );
    case 'rename-view':
      return (
        <ViewNameDialog screen="work" view={dialog.view} params={{}} onClose={closeWorkDialog} />
      );
  }
}

type DeleteDialogProps = Pick<Extract<WorkDialog, { kind: 'delete' }>, 'entries'> & {
  readonly plan: Plan;
  readonly onClose: () => void;
};

function DeleteDialog({ entries, plan, onClose }: DeleteDialogProps) {
  const [isBusy, setIsBusy] = useState(false);
  async function confirm(): Promise<void> {
    setIsBusy(true);
    const saved = await deleteAll(entries);
    setIsBusy(false);
    if (announceSaved(told('deleted', entries, plan), saved)) onClose();
  }
  return (
    <ConfirmDialog
      isOpen
      tone="danger"
      title={t('work.deleteDialog.title', { count: entries.length })}
      text={t('work.deleteDialog.text')}
      confirmLabel={t('work.deleteDialog.confirm', { count: entries.length })}
      isBusy={isBusy}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
