import type { Sop, SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import type { PrintedSop } from './print-sheet.tsx';

/** A draft as it is taken out. */
export const writtenDraft = (plan: Plan, sop: Sop): PrintedSop => ({
  ...headOf(plan, sop),
  title: sop.title,
  purpose: sop.purpose,
  version: 0,
  publishedAtMs: null,
  steps: sop.draftSteps,
  sections: sop.draftSections,
});

/** A published version as it is taken out. */
export const writtenVersion = (plan: Plan, sop: Sop, version: SopVersion): PrintedSop => ({
  ...headOf(plan, sop),
  title: version.title,
  purpose: version.purpose,
  version: version.number,
  publishedAtMs: version.publishedAtMs,
  steps: version.steps,
  sections: version.sections,
});

const headOf = (plan: Plan, { ownerId, outcomeId, reviewOn, reviewEveryDays }: Sop) => ({
  outcomeName: plan.outcomeById.get(outcomeId)?.name ?? '',
  ownerName: plan.memberById.get(ownerId)?.name ?? '',
  reviewOn,
  reviewEveryDays,
});
