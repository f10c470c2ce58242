import type { Outline } from '../sops/draft-patch.ts';
import type { Section } from '../sops/section.ts';
import type { Step } from '../sops/step.ts';
import type { ImportedSop } from './sop-document.ts';

/** Distance between the places of neighbours, so that one can be moved between two of them. */
const ORDER_STEP = 1024;

/**
 * An imported procedure as the outline of a draft. A step or section that the draft has already, by title,
 * keeps its id: what was said of it elsewhere still finds it. Rules follow their steps.
 */
export function draftOutline(
  { groups }: ImportedSop,
  newId: () => string,
  held: Outline = { steps: [], sections: [] },
): Outline {
  const stepIds = new IdsByTitle(held.steps, newId);
  const sectionIds = new IdsByTitle(held.sections, newId);
  const ids = new Map(
    groups.flatMap(({ steps }) => steps.map(({ id, title }) => [id, stepIds.take(title)] as const)),
  );
  const steps: Step[] = [];
  const sections: Section[] = [];
  let order = 0;
  for (const group of groups) {
    if (group.title !== null) {
      order += ORDER_STEP;
      sections.push({ id: sectionIds.take(group.title), order, title: group.title });
    }
    for (const { line: _line, ...step } of group.steps) {
      order += ORDER_STEP;
      const rules = step.rules.map((rule) => ({
        ...rule,
        tests: rule.tests.map((test) => ({ ...test, stepId: ids.get(test.stepId) ?? test.stepId })),
      }));
      steps.push({ ...step, id: ids.get(step.id) ?? newId(), order, rules });
    }
  }
  return { steps, sections };
}

/** The outline with another after it. */
export function appendedOutline(held: Outline, added: Outline): Outline {
  const end = Math.max(0, ...held.steps.map(orderOf), ...held.sections.map(orderOf));
  const later = <T extends { readonly order: number }>(item: T): T => ({
    ...item,
    order: item.order + end,
  });
  return {
    steps: [...held.steps, ...added.steps.map(later)],
    sections: [...held.sections, ...added.sections.map(later)],
  };
}

const orderOf = ({ order }: { readonly order: number }): number => order;

class IdsByTitle {
  readonly #free = new Map<string, string[]>();
  readonly #newId: () => string;

  constructor(
    items: readonly { readonly id: string; readonly title: string }[],
    newId: () => string,
  ) {
    this.#newId = newId;
    for (const { id, title } of items) {
      const key = keyOf(title);
      this.#free.set(key, [...(this.#free.get(key) ?? []), id]);
    }
  }

  take(title: string): string {
    return this.#free.get(keyOf(title))?.shift() ?? this.#newId();
  }
}

const keyOf = (title: string): string => title.trim().toLowerCase();
