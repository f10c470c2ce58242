import { cascadeOf, nodesUnder } from '#shared/plan/cascade';
import type { CascadeNode, CascadePlan } from '#shared/plan/cascade';

/**
 * A node and all that is lost with it, a goal's priorities of other quarters too. Of the outcomes only
 * those that serve one of its key results today: those that have moved on are another branch's.
 */
export function wholeBranch(node: CascadeNode, plan: CascadePlan): readonly CascadeNode[] {
  if (node.level === 'outcome') return [node];
  const nodes = node.level === 'goal' ? goalBranch(node, plan) : [...nodesUnder(node)];
  const ids = new Set(nodes.map(({ item }) => item.id));
  return [...new Set(nodes)].filter(
    (each) => each.level !== 'outcome' || ids.has(each.item.keyResultId),
  );
}

function goalBranch(goal: CascadeNode, plan: CascadePlan): readonly CascadeNode[] {
  const own = plan.priorities.filter(({ goalId }) => goalId === goal.item.id);
  const ownIds = new Set(own.map(({ id }) => id));
  const below = [...new Set(own.map(({ quarter }) => quarter))].flatMap((quarter) => {
    const { goals, unplaced } = cascadeOf(plan, quarter);
    const priorities = [...goals.flatMap((each) => each.children), ...unplaced];
    return priorities.filter(({ item }) => ownIds.has(item.id));
  });
  return [goal, ...below.flatMap((priority) => [...nodesUnder(priority)])];
}
