import { flagOf, numberOf, prefixedFields, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { Step } from './step.ts';
import { byOrder } from './step.ts';

/**
 * A heading between steps, in the same order as they are: the steps after it, up to the next one, are its
 * own. Stored as the field `section.<id>` of an `sop` (draft) or `sopVersion`.
 */
export interface Section {
  readonly id: string;
  readonly order: number;
  readonly title: string;
}

export const sectionFields = (sections: readonly Section[]): Fields =>
  Object.fromEntries(sections.map(({ id, order, title }) => [`section.${id}`, { order, title }]));

export function sectionsOf(fields: Fields): readonly Section[] {
  const sections: Section[] = [];
  for (const [id, section] of prefixedFields(fields, 'section')) {
    if (flagOf(section, 'deleted')) continue;
    sections.push({ id, order: numberOf(section, 'order') ?? 0, title: textOf(section, 'title') });
  }
  return sections.toSorted(byOrder);
}

/** Steps under their heading; the first group has none where steps come before every section. */
export interface StepGroup {
  readonly section: Section | null;
  readonly steps: readonly Step[];
}

/** The steps by section, in order. A section without steps is a group too. */
export function stepGroups(
  steps: readonly Step[],
  sections: readonly Section[],
): readonly StepGroup[] {
  const groups: { section: Section | null; steps: Step[] }[] = [{ section: null, steps: [] }];
  const waiting = [...sections];
  for (const step of steps) {
    while (waiting[0] && byOrder(waiting[0], step) < 0) {
      groups.push({ section: waiting.shift() ?? null, steps: [] });
    }
    groups.at(-1)?.steps.push(step);
  }
  groups.push(...waiting.map((section) => ({ section, steps: [] })));
  return groups.filter(({ section, steps: own }) => section !== null || own.length > 0);
}
