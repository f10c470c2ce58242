import { newId } from '#shared/ids';
import { nextReviewOn } from '#shared/sops/review-date';
import type { Sop } from '#shared/sops/sop';
import type { SopTemplate } from '#shared/sops/templates/template';
import { templateOutline } from '#shared/sops/templates/template';
import { randomBytes, today } from '../../services/clock.ts';
import { createSop, duplicateSop } from '../../services/sops.ts';
import type { NewSop } from '../../services/sops.ts';

/** Begins an SOP as a template has it, or as a copy of another's draft, or empty. Answers its id. */
export async function begunSop(
  head: NewSop,
  template: SopTemplate | null,
  original: Sop | null,
): ReturnType<typeof createSop> {
  if (template) {
    return await createSop({
      ...head,
      purpose: template.purpose,
      reviewEveryDays: template.reviewEveryDays,
      reviewOn: nextReviewOn(template, today('UTC')),
      outline: templateOutline(template, () => newId(randomBytes)),
    });
  }
  if (original) return await duplicateSop({ ...original, ...head }, draftOf(original), head.title);
  return await createSop(head);
}

/** A draft as a version would have it. */
export const draftOf = (sop: Sop) => ({
  title: sop.title,
  purpose: sop.purpose,
  steps: sop.draftSteps,
  sections: sop.draftSections,
});
