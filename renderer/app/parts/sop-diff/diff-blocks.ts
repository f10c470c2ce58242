import type { DiffRow, RowChange } from '#shared/sops/diff';
import { isUntouched } from '#shared/sops/diff';

/** Something that is different, or a stretch of steps that are not. */
export type DiffBlock =
  | { readonly kind: 'changed'; readonly row: DiffRow }
  | { readonly kind: 'same'; readonly id: string; readonly rows: readonly DiffRow[] };

/** A heading that nothing happened to is folded with the steps around it; alone it is left out. */
export function diffBlocks(rows: readonly DiffRow[]): readonly DiffBlock[] {
  const blocks: DiffBlock[] = [];
  let same: DiffRow[] = [];
  const fold = (): void => {
    const first = same.find(({ kind }) => kind === 'step');
    if (first) blocks.push({ kind: 'same', id: `${first.kind}.${first.id}`, rows: same });
    same = [];
  };
  for (const row of rows) {
    if (isUntouched(row)) same.push(row);
    else {
      fold();
      blocks.push({ kind: 'changed', row });
    }
  }
  fold();
  return blocks;
}

export type DiffCounts = Readonly<Record<RowChange | 'moved', number>>;

/** How many steps are what; one that is changed and has moved is changed. */
export function diffCounts(rows: readonly DiffRow[]): DiffCounts {
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, same: 0 };
  for (const { kind, change, isMoved } of rows) {
    if (kind === 'step') counts[change === 'same' && isMoved ? 'moved' : change] += 1;
  }
  return counts;
}
