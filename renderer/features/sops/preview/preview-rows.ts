import type { PathStep } from '#shared/sops/path';
import type { Section } from '#shared/sops/section';
import { stepGroups } from '#shared/sops/section';

export type PreviewRow =
  | { readonly kind: 'section'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'step';
      readonly id: string;
      /** Its place among the steps that are shown; null where it is not. */
      readonly number: number | null;
      readonly at: PathStep;
    };

/** Headings and steps as a run would have them, and those that conditions leave out. */
export function previewRows(
  path: readonly PathStep[],
  sections: readonly Section[],
): readonly PreviewRow[] {
  const byId = new Map(path.map((at) => [at.step.id, at]));
  const rows: PreviewRow[] = [];
  let number = 0;
  for (const { section, steps } of stepGroups(
    path.map(({ step }) => step),
    sections,
  )) {
    if (section) rows.push({ kind: 'section', id: section.id, title: section.title });
    for (const step of steps) {
      const at = byId.get(step.id);
      if (!at) continue;
      if (at.isShown) number += 1;
      rows.push({ kind: 'step', id: step.id, number: at.isShown ? number : null, at });
    }
  }
  return rows;
}
