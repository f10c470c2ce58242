import type { Cascade, CascadeLevel, CascadeNode } from '#shared/plan/cascade';
import type { Placement } from '../../services/strategy.ts';

/** A node that things of one level can hang below, at the top with no node of its own. */
interface Parent {
  readonly id: string;
  readonly children: readonly CascadeNode[];
}

/**
 * Where a node goes one step up or down: past its neighbour, or at the edge of its parent over to the
 * next one of that level. Outcomes have no order of their own and always go over. Null at the ends.
 */
export function stepOf(cascade: Cascade, node: CascadeNode, step: 1 | -1): Placement | null {
  const parents = parentsFor(cascade, node.level);
  const at = parents.findIndex(({ children }) => children.includes(node));
  const parent = parents[at];
  if (!parent) {
    // Out of the tree: back into it at its end.
    const last = parents.at(-1);
    return last ? { parentId: last.id, siblings: [...last.children, node] } : null;
  }
  if (node.level !== 'outcome') {
    const index = parent.children.indexOf(node);
    if (index + step >= 0 && index + step < parent.children.length) {
      const siblings = parent.children.filter((each) => each !== node);
      return { parentId: parent.id, siblings: siblings.toSpliced(index + step, 0, node) };
    }
  }
  const next = parents[at + step];
  if (!next) return null;
  const siblings = step > 0 ? [node, ...next.children] : [...next.children, node];
  return { parentId: next.id, siblings };
}

/** Below another parent, at its end. */
export function placeUnder(cascade: Cascade, node: CascadeNode, parentId: string): Placement {
  const parent = parentsFor(cascade, node.level).find(({ id }) => id === parentId);
  return { parentId, siblings: [...(parent?.children ?? []), node] };
}

/** Everything of the level above, in the order of the tree. */
export function parentsFor(cascade: Cascade, level: CascadeLevel): readonly Parent[] {
  const priorities = cascade.goals.flatMap((goal) => goal.children);
  const objectives = priorities.flatMap((priority) => priority.children);
  switch (level) {
    case 'goal':
      return [{ id: '', children: cascade.goals }];
    case 'priority':
      return cascade.goals.map(parentOf);
    case 'objective':
      return priorities.map(parentOf);
    case 'keyResult':
      return objectives.map(parentOf);
    case 'outcome':
      return objectives.flatMap((objective) => objective.children).map(parentOf);
  }
}

const parentOf = ({ item, children }: CascadeNode): Parent => ({ id: item.id, children });

/** The place after the last one; null where the others stand by name. */
export function nextOrder(siblings: readonly CascadeNode[]): number | null {
  let next = 0;
  for (const node of siblings) {
    const order = node.level === 'outcome' ? null : node.item.order;
    if (order === null) return null;
    next = Math.max(next, order + 1);
  }
  return next;
}
