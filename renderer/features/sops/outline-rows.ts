import type { Outline } from '#shared/sops/draft-patch';
import type { Section } from '#shared/sops/section';
import { stepGroups } from '#shared/sops/section';
import type { Step } from '#shared/sops/step';

/** A line of the outline as it is drawn: a step with its number, or a heading with what is under it. */
export type OutlineRow =
  | { readonly kind: 'step'; readonly id: string; readonly step: Step; readonly number: number }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly section: Section;
      readonly stepCount: number;
    };

/** The lines in order, without the steps of collapsed sections. */
export function outlineRows(
  { steps, sections }: Outline,
  collapsedIds: ReadonlySet<string>,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  let number = 0;
  for (const { section, steps: own } of stepGroups(steps, sections)) {
    if (section) rows.push({ kind: 'section', id: section.id, section, stepCount: own.length });
    const isHidden = section !== null && collapsedIds.has(section.id);
    for (const step of own) {
      number += 1;
      if (!isHidden) rows.push({ kind: 'step', id: step.id, step, number });
    }
  }
  return rows;
}
