import type { SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';

/** A member's name; words for one whose record has not arrived. */
export const nameOf = (plan: Plan, memberId: string): string =>
  plan.memberById.get(memberId)?.name || t('teamwork.somebody');

/** What a procedure is called: as in the version, or as in the plan while that is on its way. */
export const sopTitle = (plan: Plan, version: SopVersion | undefined, sopId: string): string =>
  version?.title || plan.sopById.get(sopId)?.title || t('teamwork.untitled');

export const stepTitle = (version: SopVersion | undefined, stepId: string): string =>
  version?.steps.find(({ id }) => id === stepId)?.title || t('teamwork.untitledStep');
