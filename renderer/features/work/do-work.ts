import { bridge } from '../../bridge.ts';
import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { workTitle } from '../../i18n/entry-words.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { actOnEntry } from '../../services/entry-actions.ts';
import { acceptAll } from '../../services/work-edits.ts';
import { openNeeds, openReassign, openReturn } from '../../state/assign-dialog.ts';
import { openWorkDialog } from '../../state/work-dialog.ts';
import type { Viewer, WorkAction } from './work-actions.ts';
import { actionsOn, isBulk, workFor } from './work-actions.ts';

/**
 * Does an action on the work that was meant: on all of `chosen` where the action knows many, else on
 * the first. What cannot be done with some of it is done with the rest.
 */
export async function doWork(
  action: WorkAction,
  chosen: readonly Entry[],
  plan: Plan,
  viewer: Viewer,
): Promise<void> {
  const able = workFor(action, isBulk(action) ? chosen : chosen.slice(0, 1), viewer);
  const [first] = able;
  if (!first) return;
  const isOne = able.length === 1;
  switch (action) {
    case 'accept':
      announceSaved(told('accepted', able, plan), await acceptAll(able));
      return;
    case 'return':
      if (isOne) openReturn(first);
      else openWorkDialog({ kind: 'return', entries: able });
      return;
    case 'reassign':
      openReassign(able);
      return;
    case 'due':
      openWorkDialog({ kind: 'due', entries: able });
      return;
    case 'needs':
      openNeeds(first);
      return;
    case 'delete':
      if (!isOne) openWorkDialog({ kind: 'delete', entries: able });
      else await actOnEntry(action, first, plan);
      return;
    default:
      await actOnEntry(action, first, plan);
  }
}

/** Names the one piece of work, or says how many. */
export function told(
  what: 'accepted' | 'returned' | 'due' | 'deleted',
  work: readonly Entry[],
  plan: Plan,
): string {
  const [first] = work;
  if (!first || work.length > 1) return t(`work.toldMany.${what}`, { count: work.length });
  const unit = plan.outcomeById.get(first.outcomeId)?.unit ?? '';
  return t(`work.told.${what}`, { title: workTitle(first, unit) });
}

/** The native menu of a piece of work at the pointer; does what is chosen. */
export async function showWorkMenu(entry: Entry, plan: Plan, viewer: Viewer): Promise<void> {
  const actions = actionsOn(entry, viewer);
  if (actions.length === 0) return;
  const items = actions.flatMap((action) => [
    ...(action === 'delete' ? [{ id: 'rule', label: '', isSeparator: true }] : []),
    { id: action, label: actionLabel(action, entry, viewer) },
  ]);
  const shown = await bridge.showContextMenu({ items });
  const chosen = shown.ok ? actions.find((action) => action === shown.value.chosen) : undefined;
  if (chosen) await doWork(chosen, [entry], plan, viewer);
}

/** What an action is called on a button or in a menu. */
export function actionLabel(action: WorkAction, entry: Entry, viewer: Viewer): string {
  switch (action) {
    case 'accept':
    case 'return':
    case 'reassign':
    case 'due':
    case 'needs':
      return t(`work.action.${action}`);
    case 'unblock':
      // Whoever was waited for tells that the answer is there.
      return entry.memberId === viewer.memberId
        ? t('log.action.unblock')
        : t('work.action.answered');
    default:
      return t(`log.action.${action}`);
  }
}
