import type { EntryAction } from '#shared/deliverables/entry-actions';
import { actionsFor } from '#shared/deliverables/entry-actions';
import { writeLogLine } from '#shared/deliverables/log-line-text';
import { bridge } from '../bridge.ts';
import type { Entry } from '../data/entry.ts';
import type { Plan } from '../data/plan.ts';
import { workTitle } from '../i18n/entry-words.ts';
import { t } from '../i18n/text.ts';
import { openEntryDialog } from '../state/entry-dialog.ts';
import { openLogBar } from '../state/log-bar.ts';
import { announceSaved } from './announce.ts';
import { askAgain } from './ask-again.ts';
import { respondTo } from './assign.ts';
import { deleteEntry, reopenWork, startWork, unblockWork } from './deliverables.ts';
import { vocabularyOf } from './log-vocabulary.ts';

/** The key that does an action on the row in focus. */
export const ACTION_KEYS: Readonly<Record<EntryAction, string>> = {
  start: 's',
  respond: 'r',
  unblock: 'u',
  ask: 'a',
  complete: 'c',
  block: 'b',
  reopen: 'r',
  edit: 'e',
  'log-again': 'm',
  delete: 'Delete',
};

/** Does an action on a piece of work, or opens the dialog that asks for what it needs. */
export async function actOnEntry(action: EntryAction, entry: Entry, plan: Plan): Promise<void> {
  const unit = plan.outcomeById.get(entry.outcomeId)?.unit ?? '';
  const title = workTitle(entry, unit);
  switch (action) {
    case 'start':
      announceSaved(t('log.told.started', { title }), await startWork(entry));
      return;
    case 'respond':
      announceSaved(t('log.told.responded', { title }), await respondTo(entry));
      return;
    case 'ask':
      await askAgain(entry, plan);
      return;
    case 'unblock':
      announceSaved(t('log.told.unblocked', { title }), await unblockWork(entry));
      return;
    case 'reopen':
      announceSaved(t('log.told.reopened', { title }), await reopenWork(entry));
      return;
    case 'delete':
      announceSaved(t('log.told.deleted', { title }), await deleteEntry(entry));
      return;
    case 'log-again':
      openLogBar(lineLike(entry, plan));
      return;
    case 'complete':
    case 'block':
    case 'edit':
      openEntryDialog({ kind: action, entry });
  }
}

/** The line of an entry without what is peculiar to it. */
const lineLike = (entry: Entry, plan: Plan): string =>
  writeLogLine(
    { ...entry, errors: null, valueMinor: null, reference: '', note: '' },
    vocabularyOf(plan, entry.memberId),
  );

/** The action that a key does on an entry, if it can be done. */
export function actionOfKey(key: string, entry: Entry): EntryAction | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return actionsFor(entry).find((action) => ACTION_KEYS[action] === pressed) ?? null;
}

/** The native menu of an entry at the pointer; does what is chosen. */
export async function showEntryMenu(entry: Entry, plan: Plan): Promise<void> {
  const actions = actionsFor(entry);
  const items = actions.flatMap((action) => [
    ...(action === 'delete' ? [{ id: 'rule', label: '', isSeparator: true }] : []),
    { id: action, label: t(`log.action.${action}`) },
  ]);
  const shown = await bridge.showContextMenu({ items });
  const chosen = shown.ok ? actions.find((action) => action === shown.value.chosen) : undefined;
  if (chosen) await actOnEntry(chosen, entry, plan);
}
