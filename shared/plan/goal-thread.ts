import type { Goal } from './goal.ts';
import type { KeyResult } from './key-result.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';
import type { Priority } from './priority.ts';
import type { Role } from './role.ts';

/** The maps of a plan that a thread runs through. */
export interface ThreadPlan {
  readonly outcomeById: ReadonlyMap<string, Outcome>;
  readonly roleById: ReadonlyMap<string, Role>;
  readonly keyResultById: ReadonlyMap<string, KeyResult>;
  readonly objectiveById: ReadonlyMap<string, Objective>;
  readonly priorityById: ReadonlyMap<string, Priority>;
  readonly goalById: ReadonlyMap<string, Goal>;
}

export type ThreadLevel = 'outcome' | 'role' | 'keyResult' | 'objective' | 'priority' | 'goal';

/** One step on the way from an outcome up to its goal. */
export interface ThreadLink {
  readonly level: ThreadLevel;
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly ownerId: string;
  /** Why the thread ends here before its goal: nothing is named, or what is named is not in the plan. */
  readonly gap: 'unset' | 'gone' | null;
}

/**
 * What an outcome is for: itself, its role where it has one, its key result, objective, priority and
 * goal. It stops at the first step that is missing, which is its last link and says so by `gap`. Each
 * level names one of the level above, so a thread has six links at most, whatever was merged.
 */
export function threadOf(plan: ThreadPlan, outcomeId: string): readonly ThreadLink[] {
  const outcome = plan.outcomeById.get(outcomeId);
  if (!outcome) return [gapAt('outcome', outcomeId)];
  const role = plan.roleById.get(outcome.roleId);
  const links: ThreadLink[] = [linkOf('outcome', outcome)];
  if (role) links.push(linkOf('role', role));
  const keyResult = plan.keyResultById.get(outcome.keyResultId);
  if (!keyResult) return [...links, gapAt('keyResult', outcome.keyResultId)];
  links.push(linkOf('keyResult', keyResult));
  const objective = plan.objectiveById.get(keyResult.objectiveId);
  if (!objective) return [...links, gapAt('objective', keyResult.objectiveId)];
  links.push(linkOf('objective', objective));
  const priority = plan.priorityById.get(objective.priorityId);
  if (!priority) return [...links, gapAt('priority', objective.priorityId)];
  links.push(linkOf('priority', priority));
  const goal = plan.goalById.get(priority.goalId);
  return [...links, goal ? linkOf('goal', goal) : gapAt('goal', priority.goalId)];
}

const linkOf = (
  level: ThreadLevel,
  { id, name, why, ownerId }: Pick<ThreadLink, 'id' | 'name' | 'why' | 'ownerId'>,
): ThreadLink => ({ level, id, name, why, ownerId, gap: null });

const gapAt = (level: ThreadLevel, id: string): ThreadLink => ({
  level,
  id,
  name: '',
  why: '',
  ownerId: '',
  gap: id === '' ? 'unset' : 'gone',
});
