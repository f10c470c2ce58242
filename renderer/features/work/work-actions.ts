import type { Deliverable } from '#shared/deliverables/deliverable';
import { openBlock } from '#shared/deliverables/deliverable';
import type { EntryAction } from '#shared/deliverables/entry-actions';
import { actionsFor } from '#shared/deliverables/entry-actions';
import { ACTION_KEYS } from '../../services/entry-actions.ts';
import type { WorkStage } from './work-item.ts';
import { workStageOf } from './work-item.ts';
import type { Entry } from '../../data/entry.ts';

/** What whoever gives work out can do beside what its worker can. */
const LEAD_ACTIONS = ['accept', 'return', 'reassign', 'due', 'needs'] as const;
export type WorkAction = EntryAction | (typeof LEAD_ACTIONS)[number];

/** Who looks at the work. */
export interface Viewer {
  readonly memberId: string;
  readonly isManager: boolean;
}

/** The key of each action on the card or row in focus; empty where it has none. */
export const WORK_KEYS: Readonly<Record<WorkAction, string>> = {
  ...ACTION_KEYS,
  accept: 'a',
  return: 'r',
  reassign: 'm',
  due: 'd',
  needs: '',
};

/**
 * What somebody can do with a piece of work, the most likely first. Only who does the work moves it
 * along; a manager answers what waits for a manager, judges what is completed, and says who does it, by
 * when and after what.
 */
export function actionsOn(entry: Deliverable, viewer: Viewer): readonly WorkAction[] {
  const isOwn = entry.memberId === viewer.memberId;
  if (!viewer.isManager) return isOwn ? actionsFor(entry) : [];
  if (isOwn) {
    return entry.completedAtMs === null
      ? [...actionsFor(entry), 'reassign', 'due', 'needs']
      : actionsFor(entry);
  }
  if (entry.completedAtMs !== null) return ['accept', 'return', 'edit', 'delete'];
  const isWaitingForManager = openBlock(entry)?.on === 'manager';
  return [
    ...(isWaitingForManager ? (['unblock'] as const) : []),
    'reassign',
    'due',
    'needs',
    'edit',
    'delete',
  ];
}

/** The action that a key does on a piece of work, if it can be done. */
export function actionOfKey(key: string, entry: Deliverable, viewer: Viewer): WorkAction | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return actionsOn(entry, viewer).find((action) => WORK_KEYS[action] === pressed) ?? null;
}

/** Actions that make sense for several pieces of work at once. */
export const BULK_ACTIONS = ['accept', 'return', 'reassign', 'due', 'delete'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const isBulk = (action: WorkAction): action is BulkAction =>
  BULK_ACTIONS.some((each) => each === action);

/** Those of some pieces of work on which a viewer can do an action. */
export const workFor = (
  action: WorkAction,
  entries: readonly Entry[],
  viewer: Viewer,
): readonly Entry[] => entries.filter((entry) => actionsOn(entry, viewer).includes(action));

/** Which action carries work from where it stands into another column; null where none does. */
export function actionInto(entry: Entry, to: WorkStage, viewer: Viewer): WorkAction | null {
  const from = workStageOf(entry);
  const wanted = from === to ? null : wantedAction(from, to);
  if (wanted === null) return null;
  const can = actionsOn(entry, viewer);
  return wanted.find((action) => can.includes(action)) ?? null;
}

function wantedAction(from: WorkStage, to: WorkStage): readonly WorkAction[] {
  switch (to) {
    case 'started':
      if (from === 'blocked') return ['unblock'];
      return from === 'completed' ? ['reopen'] : ['start'];
    case 'blocked':
      return from === 'completed' ? [] : ['block'];
    case 'completed':
      return ['complete'];
    case 'returned':
      return from === 'completed' ? ['return'] : [];
    case 'requested':
      return [];
  }
}
