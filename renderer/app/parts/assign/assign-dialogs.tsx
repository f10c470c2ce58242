import { usePlan } from '../../../data/plan.ts';
import { useAssignDialog } from '../../../state/assign-dialog.ts';
import { GiveOutDialog } from './give-out-dialog.tsx';
import { NeedsDialog } from './needs-dialog.tsx';
import { ReassignDialog } from './reassign-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';

/** The dialogs about giving work out, opened from any view (see `openAssign` and its likes). */
export function AssignDialogs() {
  const { dialog } = useAssignDialog();
  const plan = usePlan();
  if (!dialog || !plan) return null;
  switch (dialog.kind) {
    case 'one':
    case 'many':
    case 'recurring':
      return <GiveOutDialog plan={plan} way={dialog.kind} start={dialog.start} />;
    case 'reassign':
      return <ReassignDialog plan={plan} entries={dialog.entries} />;
    case 'return':
      return <ReturnDialog key={dialog.entry.id} plan={plan} entry={dialog.entry} />;
    case 'needs':
      return <NeedsDialog key={dialog.entry.id} plan={plan} entry={dialog.entry} />;
  }
}
