import type { SopWords } from '#shared/sops/sop-words';
import { sopWords } from '#shared/sops/sop-words';
import type { Plan } from '../../../data/plan.ts';

/** How an SOP is shown in the language of the plan. */
export const planWords = (plan: Plan, sopId: string): SopWords =>
  sopWords(plan.translationBySop.get(sopId));
