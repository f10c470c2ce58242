import { usePlan } from '../../data/plan.ts';
import { workerOf } from '../../services/worker.ts';
import { closeEntryDialog, useEntryDialog } from '../../state/entry-dialog.ts';
import { useSession } from '../../state/session.ts';
import { BlockDialog } from './block-dialog.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { EntryFormDialog } from './entry-form-dialog.tsx';

/** The dialogs about a piece of work, opened from any view (see `openEntryDialog`). */
export function EntryDialogs() {
  const { dialog } = useEntryDialog();
  const memberId = useSession((session) => session.memberId);
  const plan = usePlan();
  const member = plan?.memberById.get(memberId);
  if (!dialog || !plan || !member) return null;
  const worker = workerOf(plan, member);
  const shared = { plan, worker, onClose: closeEntryDialog };
  switch (dialog.kind) {
    case 'new':
      return <EntryFormDialog dialog={dialog} {...shared} />;
    case 'edit':
      return <EntryFormDialog key={dialog.entry.id} dialog={dialog} {...shared} />;
    case 'complete':
      return <CompleteDialog key={dialog.entry.id} entry={dialog.entry} {...shared} />;
    case 'block':
      return (
        <BlockDialog
          key={dialog.entry.id}
          entry={dialog.entry}
          plan={plan}
          onClose={closeEntryDialog}
        />
      );
  }
}
