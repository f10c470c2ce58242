import { failureText } from '../i18n/failures.ts';
import { t } from '../i18n/text.ts';
import { undoLast } from '../services/undo.ts';
import { openAssign, openRecurring } from '../state/assign-dialog.ts';
import { openEntryDialog } from '../state/entry-dialog.ts';
import { useSession } from '../state/session.ts';
import { undoScope } from '../state/undo-scope.ts';
import { showToast } from '../ui/toast.ts';

/** Takes the last change back; says so, or says why not. A screen that takes its own acts back does so. */
export async function undo(): Promise<void> {
  const scope = undoScope();
  if (scope) {
    scope.undo();
    return;
  }
  const undone = await undoLast();
  if (!undone.ok) showToast({ tone: 'bad', ...failureText(undone.error) });
  else if (undone.value) {
    showToast({ topic: 'undone', title: t('app.undone'), text: undone.value.label });
  }
}

/** A manager gives work out; an assistant notes what they were asked for. */
export function newWork(): void {
  if (useSession.getState().seat === 'manager') openAssign();
  else openEntryDialog({ kind: 'new', values: {}, isRequest: true });
}

/** What a member gets again and again: an assistant's own, or whoever's a manager chooses. */
export function recurringWork(): void {
  const { seat, memberId } = useSession.getState();
  openRecurring(seat === 'manager' ? {} : { memberId });
}

/** Opens the menu of workspaces and seats, wherever the focus is. */
export function openSwitcher(): void {
  const button = document.querySelector<HTMLButtonElement>('#workspace-switcher');
  button?.focus();
  button?.click();
}
