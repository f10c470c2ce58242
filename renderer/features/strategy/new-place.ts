import type { CascadeNode } from '#shared/plan/cascade';
import type { NewPlace, TreeRow } from './tree-rows.ts';
import { levelBelow } from './tree-rows.ts';

const NEW_GOAL: NewPlace = { level: 'goal', parentId: '', parentKey: null };

/** Where something new below a line goes; without a line it is a goal. Null below outcomes. */
export function newBelow(row: TreeRow | undefined): NewPlace | null {
  if (row?.kind !== 'node') return NEW_GOAL;
  const level = levelBelow(row.node.level);
  return level && { level, parentId: row.node.item.id, parentKey: row.key };
}

/** Where something new of the same level goes. */
export function newBeside(row: TreeRow | undefined): NewPlace | null {
  if (row?.kind !== 'node' || row.node.level === 'goal') return NEW_GOAL;
  if (row.node.level === 'outcome' || row.parentKey === null) return null;
  const parentId = parentIdOf(row.node);
  return { level: row.node.level, parentId, parentKey: row.parentKey };
}

/** What a node names as the one above it. */
export function parentIdOf(node: CascadeNode): string {
  switch (node.level) {
    case 'goal':
      return '';
    case 'priority':
      return node.item.goalId;
    case 'objective':
      return node.item.priorityId;
    case 'keyResult':
      return node.item.objectiveId;
    case 'outcome':
      return node.item.keyResultId;
  }
}
