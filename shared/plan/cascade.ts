import type { Goal } from './goal.ts';
import { isClosed } from './intent.ts';
import type { Intent } from './intent.ts';
import type { KeyResult } from './key-result.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';
import type { Priority, QuarterKey } from './priority.ts';

/** The levels of the strategy, top first. */
export const CASCADE_LEVELS = ['goal', 'priority', 'objective', 'keyResult', 'outcome'] as const;
export type CascadeLevel = (typeof CASCADE_LEVELS)[number];

/** A level with a record of its own above the outcome. */
export type IntentLevel = Exclude<CascadeLevel, 'outcome'>;

interface Node<Level extends CascadeLevel, Item, Child> {
  readonly level: Level;
  readonly item: Item;
  /** In the order in which they are shown. */
  readonly children: readonly Child[];
}
export type OutcomeNode = Node<'outcome', Outcome, never>;
export type KeyResultNode = Node<'keyResult', KeyResult, OutcomeNode>;
export type ObjectiveNode = Node<'objective', Objective, KeyResultNode>;
export type PriorityNode = Node<'priority', Priority, ObjectiveNode>;
export type GoalNode = Node<'goal', Goal, PriorityNode>;
export type CascadeNode = GoalNode | PriorityNode | ObjectiveNode | KeyResultNode | OutcomeNode;

/** What a strategy is laid out from. What was deleted is not in it. */
export interface CascadePlan {
  readonly goals: readonly Goal[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly outcomes: readonly Outcome[];
}

/** The strategy of one quarter. */
export interface Cascade {
  readonly quarter: QuarterKey;
  /** Every goal with its priorities of the quarter; closed ones without any are left out. */
  readonly goals: readonly GoalNode[];
  /** What names something above it that is not in the plan, or a quarter that cannot be read: kept, and shown. */
  readonly unplaced: readonly CascadeNode[];
  /** Outcomes in use that serve no key result, of this quarter or any other. */
  readonly unserving: readonly OutcomeNode[];
}

/**
 * The tree of a quarter. Every level above the outcome is in it once; what hangs below nothing is
 * `unplaced` with all that hangs below it. Each level names the one above by type, so there is no
 * circle, whatever was merged.
 */
export function cascadeOf(plan: CascadePlan, quarter: QuarterKey): Cascade {
  const outcomes = new Map(plan.outcomes.map((item) => [item.id, outcomeNode(item)]));
  const serving = grouped(outcomes.values(), ({ item }) => item.keyResultId);
  const keyResults = new Map(
    plan.keyResults.map((item): [string, KeyResultNode] => {
      const earlier = item.servedByIds.flatMap((id) => outcomes.get(id) ?? []);
      const children = [...new Set([...(serving.get(item.id) ?? []), ...earlier])];
      return [item.id, { level: 'keyResult', item, children }];
    }),
  );
  const byObjective = grouped(keyResults.values(), ({ item }) => item.objectiveId);
  const objectives = new Map(
    plan.objectives.map((item): [string, ObjectiveNode] => [
      item.id,
      { level: 'objective', item, children: byObjective.get(item.id) ?? [] },
    ]),
  );
  const byPriority = grouped(objectives.values(), ({ item }) => item.priorityId);
  const priorities = new Map(
    plan.priorities.map((item): [string, PriorityNode] => [
      item.id,
      { level: 'priority', item, children: byPriority.get(item.id) ?? [] },
    ]),
  );
  const ofQuarter = [...priorities.values()].filter(({ item }) => item.quarter === quarter);
  const byGoal = grouped(ofQuarter, ({ item }) => item.goalId);
  const goals = plan.goals.map((item): GoalNode => ({
    level: 'goal',
    item,
    children: byGoal.get(item.id) ?? [],
  }));
  const goalIds = new Set(plan.goals.map(({ id }) => id));
  return {
    quarter,
    goals: goals
      .filter(({ item, children }) => children.length > 0 || !isClosed(item))
      .toSorted(byOrder),
    unplaced: [
      ...[...priorities.values()]
        .filter(({ item }) => item.quarter === '' || item.quarter === quarter)
        .filter(({ item }) => item.quarter === '' || !goalIds.has(item.goalId)),
      ...[...objectives.values()].filter(({ item }) => !priorities.has(item.priorityId)),
      ...[...keyResults.values()].filter(({ item }) => !objectives.has(item.objectiveId)),
    ],
    unserving: plan.outcomes
      .filter((outcome) => !outcome.isArchived && !keyResults.has(outcome.keyResultId))
      .map(outcomeNode),
  };
}

/** A node and all below it, itself first, in the order in which they are shown. */
export function* nodesUnder(node: CascadeNode): Generator<CascadeNode> {
  yield node;
  for (const child of node.children) yield* nodesUnder(child);
}

/** Every node of a cascade, the unplaced and the unserving last. */
export function* nodesOf(cascade: Cascade): Generator<CascadeNode> {
  for (const node of [...cascade.goals, ...cascade.unplaced, ...cascade.unserving]) {
    yield* nodesUnder(node);
  }
}

const outcomeNode = (item: Outcome): OutcomeNode => ({ level: 'outcome', item, children: [] });

function grouped<T extends CascadeNode>(
  nodes: Iterable<T>,
  parentOf: (node: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const node of nodes) {
    const group = groups.get(parentOf(node));
    if (group) group.push(node);
    else groups.set(parentOf(node), [node]);
  }
  for (const [id, group] of groups) groups.set(id, group.toSorted(byOrder));
  return groups;
}

/** By their place; those without one last, as the plan has them: by name. */
const byOrder = (a: CascadeNode, b: CascadeNode): number => placeOf(a) - placeOf(b) || 0;

const LAST_PLACE = Number.MAX_VALUE;

const placeOf = ({ item }: CascadeNode): number =>
  'order' in item ? ((item satisfies Intent).order ?? LAST_PLACE) : LAST_PLACE;
