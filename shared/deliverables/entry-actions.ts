import type { Deliverable } from './deliverable.ts';
import { openBlock, stageOf } from './deliverable.ts';

export const ENTRY_ACTIONS = [
  'start',
  'respond',
  'unblock',
  'ask',
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
        ? ['start', ...answers(work), 'complete', 'block', 'edit', 'delete']
        : ['complete', 'block', 'edit', 'delete'];
    case 'started':
      return ['complete', 'block', 'edit', 'delete'];
    case 'blocked':
      return ['unblock', ...asks(work), 'complete', 'edit', 'delete'];
    case 'completed':
    case 'accepted':
      return ['log-again', 'edit', 'reopen', 'delete'];
  }
}

/** Beginning work answers whoever asked, too. */
const answers = ({ requestedAtMs, respondedAtMs }: Deliverable): readonly EntryAction[] =>
  requestedAtMs !== null && respondedAtMs === null ? ['respond'] : [];

/** A system answers nobody, and oneself one need not ask. */
function asks(work: Deliverable): readonly EntryAction[] {
  const on = openBlock(work)?.on;
  return on === 'system' || on === 'self' ? [] : ['ask'];
}
