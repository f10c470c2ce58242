import type { Deliverable } from './deliverable.ts';
import { stageOf } from './deliverable.ts';

export const ENTRY_ACTIONS = [
  'start',
  'unblock',
  'complete',
  'block',
  'reopen',
  'edit',
  'log-again',
  'delete',
] as const;
export type EntryAction = (typeof ENTRY_ACTIONS)[number];

/** What its worker can do with a piece of work, the most likely first. */
export function actionsFor(work: Deliverable): readonly EntryAction[] {
  switch (stageOf(work)) {
    case 'requested':
    case 'returned':
      return work.startedAtMs === null
        ? ['start', 'complete', 'block', 'edit', 'delete']
        : ['complete', 'block', 'edit', 'delete'];
    case 'started':
      return ['complete', 'block', 'edit', 'delete'];
    case 'blocked':
      return ['unblock', 'complete', 'edit', 'delete'];
    case 'completed':
    case 'accepted':
      return ['log-again', 'edit', 'reopen', 'delete'];
  }
}
