import type { TreeRow } from './tree-rows.ts';

/** What a key asks of the tree. */
export type TreeAction =
  | { readonly kind: 'select'; readonly index: number }
  | { readonly kind: 'expand'; readonly key: string; readonly isExpanded: boolean }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'edit' | 'new-below' | 'new-beside' | 'delete' | 'leave' };

export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const PAGE_ROWS = 10;

/** The keys of a tree grid (WAI-ARIA Authoring Practices), and those of this tree. Null for any other. */
export function actionOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  rows: readonly TreeRow[],
  index: number,
): TreeAction | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (key === 'ArrowUp') return { kind: 'move', step: -1 };
    return key === 'ArrowDown' ? { kind: 'move', step: 1 } : null;
  }
  const row = rows[index];
  const at = (wanted: number): TreeAction => ({
    kind: 'select',
    index: Math.min(rows.length - 1, Math.max(0, wanted)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'PageDown':
      return at(index + PAGE_ROWS);
    case 'PageUp':
      return at(index - PAGE_ROWS);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (!row || !canExpand(row)) return null;
      return row.isExpanded ? at(index + 1) : { kind: 'expand', key: row.key, isExpanded: true };
    case 'ArrowLeft': {
      if (row && canExpand(row) && row.isExpanded) {
        return { kind: 'expand', key: row.key, isExpanded: false };
      }
      const above = rows.findIndex((each) => each.key === row?.parentKey);
      return above < 0 ? null : at(above);
    }
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'delete' };
    case 'Escape':
      return { kind: 'leave' };
    case 'n':
    case 'N':
      return { kind: shiftKey ? 'new-beside' : 'new-below' };
    default:
      return null;
  }
}

type Expandable = Extract<TreeRow, { readonly isExpanded: boolean }>;

const canExpand = (row: TreeRow): row is Expandable =>
  row.kind === 'section' || (row.kind === 'node' && row.node.children.length > 0);
