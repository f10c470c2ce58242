import type { PathStep } from '#shared/sops/path';
import type { SopWords } from '#shared/sops/sop-words';
import type { Section } from '#shared/sops/section';
import { byOrder } from '#shared/sops/step';

export type StepState = 'open' | 'settled' | 'skipped' | 'wrong' | 'waiting';

/** A line of the step list: a section's heading, a step, or the end. */
export type StepListItem =
  | { readonly kind: 'section'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'step';
      readonly id: string;
      readonly title: string;
      readonly number: number;
      readonly state: StepState;
    }
  | { readonly kind: 'end'; readonly id: string };

/** The steps that are shown under their headings, and the end. A section whose steps are all left out has no line. */
export function stepListItems(
  shown: readonly PathStep[],
  sections: readonly Section[],
  { endId, words }: { readonly endId: string; readonly words: SopWords },
): readonly StepListItem[] {
  const items: StepListItem[] = [];
  let passed = 0;
  for (const [index, each] of shown.entries()) {
    let heading: Section | undefined;
    for (
      let next = sections[passed];
      next && byOrder(next, each.step) < 0;
      next = sections[passed]
    ) {
      heading = next;
      passed += 1;
    }
    if (heading) items.push({ kind: 'section', id: heading.id, title: words.section(heading) });
    const { id } = each.step;
    const { title } = words.step(each.step);
    items.push({ kind: 'step', id, title, number: index + 1, state: stepState(each) });
  }
  items.push({ kind: 'end', id: endId });
  return items;
}

function stepState({ answer, problem }: PathStep): StepState {
  if (!answer) return 'open';
  if (problem === 'missing') return answer.waitingSinceMs === null ? 'open' : 'waiting';
  if (problem) return 'wrong';
  return answer.isSkipped ? 'skipped' : 'settled';
}
