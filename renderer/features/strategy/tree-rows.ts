import { CASCADE_LEVELS } from '#shared/plan/cascade';
import type { Cascade, CascadeLevel, CascadeNode, IntentLevel } from '#shared/plan/cascade';

/** One line of the tree. */
export type TreeRow = NodeRow | SectionRow | DraftRow;

interface RowPlace {
  readonly key: string;
  /** 0 at the left edge. */
  readonly depth: number;
  readonly parentKey: string | null;
}

export interface NodeRow extends RowPlace {
  readonly kind: 'node';
  readonly node: CascadeNode;
  readonly isExpanded: boolean;
  readonly position: number;
  readonly siblingCount: number;
}

/** A heading over what has no place in the tree. */
export interface SectionRow extends RowPlace {
  readonly kind: 'section';
  readonly section: 'unplaced' | 'unserving';
  readonly count: number;
  readonly isExpanded: boolean;
}

/** Where a new one is being named. */
export interface DraftRow extends RowPlace {
  readonly kind: 'draft';
  readonly draft: NewPlace;
}

/** Where something new will be: below a parent, or at the top for a goal. */
export interface NewPlace {
  readonly level: IntentLevel;
  readonly parentId: string;
  readonly parentKey: string | null;
}

/**
 * The lines in sight, top first. What is closed up hides what is below it. A key is the way to a node
 * from the top, because an outcome can stand below two key results of different quarters.
 */
export function treeRows(
  cascade: Cascade,
  closedKeys: ReadonlySet<string>,
  draft: NewPlace | null,
): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (nodes: readonly CascadeNode[], parentKey: string | null, depth: number): void => {
    for (const [at, node] of nodes.entries()) {
      const key = nodeKey(node, parentKey);
      const isDraftBelow = draft?.parentKey === key;
      const isExpanded = isDraftBelow || !closedKeys.has(key);
      rows.push({
        kind: 'node',
        key,
        node,
        depth,
        parentKey,
        isExpanded,
        position: at + 1,
        siblingCount: nodes.length,
      });
      if (isExpanded) add(node.children, key, depth + 1);
      if (isDraftBelow) rows.push(draftRow(draft, depth + 1));
    }
  };
  add(cascade.goals, null, 0);
  if (draft && draft.parentKey === null) rows.push(draftRow(draft, 0));
  for (const section of ['unplaced', 'unserving'] as const) {
    const nodes = cascade[section];
    if (nodes.length === 0) continue;
    const isExpanded = !closedKeys.has(section);
    rows.push({
      kind: 'section',
      key: section,
      section,
      depth: 0,
      parentKey: null,
      count: nodes.length,
      isExpanded,
    });
    if (isExpanded) add(nodes, section, 1);
  }
  return rows;
}

const draftRow = (draft: NewPlace, depth: number): DraftRow => ({
  kind: 'draft',
  key: 'new',
  depth,
  parentKey: draft.parentKey,
  draft,
});

const nodeKey = (node: CascadeNode, parentKey: string | null): string =>
  parentKey === null ? node.item.id : `${parentKey}/${node.item.id}`;

/** The keys of every node that has something below it, at these levels. */
export function branchKeys(cascade: Cascade, levels: ReadonlySet<CascadeLevel>): string[] {
  const keys: string[] = [];
  const collect = (nodes: readonly CascadeNode[], parentKey: string | null): void => {
    for (const node of nodes) {
      const key = nodeKey(node, parentKey);
      if (node.children.length > 0 && levels.has(node.level)) keys.push(key);
      collect(node.children, key);
    }
  };
  collect(cascade.goals, null);
  collect(cascade.unplaced, 'unplaced');
  return keys;
}

/** The key of the first line that shows a record, with the keys of all above it. */
export function keyOfItem(
  cascade: Cascade,
  id: string,
): { readonly key: string; readonly above: readonly string[] } | null {
  const find = (
    nodes: readonly CascadeNode[],
    parentKey: string | null,
    above: readonly string[],
  ): { key: string; above: readonly string[] } | null => {
    for (const node of nodes) {
      const key = nodeKey(node, parentKey);
      if (node.item.id === id) return { key, above };
      const below = find(node.children, key, [...above, key]);
      if (below) return below;
    }
    return null;
  };
  return (
    find(cascade.goals, null, []) ??
    find(cascade.unplaced, 'unplaced', ['unplaced']) ??
    find(cascade.unserving, 'unserving', ['unserving'])
  );
}

/** The level below one, where it is made here: outcomes are chosen, not made. */
export function levelBelow(level: CascadeLevel): IntentLevel | null {
  const below = CASCADE_LEVELS[CASCADE_LEVELS.indexOf(level) + 1];
  return below === undefined || below === 'outcome' ? null : below;
}
