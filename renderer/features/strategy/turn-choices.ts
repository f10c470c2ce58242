import type { StrategyProgress } from '#shared/metrics/strategy';
import type { PriorityNode } from '#shared/plan/cascade';
import { isClosed } from '#shared/plan/intent';
import type { Intent } from '#shared/plan/intent';
import type { TurnDecision } from '#shared/plan/quarter-turn';

export type TurnChoice = 'carry' | 'done' | 'dropped' | 'leave';

/** What somebody says of one priority before the quarter turns. */
export interface PriorityChoice {
  readonly choice: TurnChoice;
  readonly note: string;
  /** Objectives and key results that do not go on, by id. */
  readonly leftOutIds: ReadonlySet<string>;
}

/** What is reached is done, anything else goes on; below it, what is closed or reached stays behind. */
export function suggestedChoice(node: PriorityNode, progress: StrategyProgress): PriorityChoice {
  const isReached = (id: string): boolean =>
    (progress.keyResults.get(id) ?? progress.rolledUp.get(id))?.pace === 'reached';
  const leftOutIds = new Set<string>();
  for (const objective of node.children) {
    for (const { item } of [objective, ...objective.children]) {
      if (isClosed(item) || isReached(item.id)) leftOutIds.add(item.id);
    }
  }
  return { choice: isReached(node.item.id) ? 'done' : 'carry', note: '', leftOutIds };
}

export function decisionOf({ choice, note, leftOutIds }: PriorityChoice): TurnDecision {
  if (choice === 'carry') return { kind: 'carry', leftOutIds };
  return choice === 'leave' ? { kind: 'leave' } : { kind: 'close', status: choice, note };
}

/** The priorities of the quarter that nothing has been decided about, and those that went on already. */
export function turnable(
  priorities: readonly PriorityNode[],
  all: readonly Pick<Intent, 'carriedFromId'>[],
): { readonly open: readonly PriorityNode[]; readonly carriedCount: number } {
  const carriedIds = new Set(all.map(({ carriedFromId }) => carriedFromId));
  const undecided = priorities.filter(({ item }) => !isClosed(item));
  const open = undecided.filter(({ item }) => !carriedIds.has(item.id));
  return { open, carriedCount: undecided.length - open.length };
}
