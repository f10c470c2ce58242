import type { SopVersion } from '#shared/sops/sop';
import type { SopWords } from '#shared/sops/sop-words';
import { SOURCE_WORDS } from '#shared/sops/sop-words';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { planWords } from '../sop-words/plan-words.ts';

/** A member's name; words for one whose record has not arrived. */
export const nameOf = (plan: Plan, memberId: string): string =>
  plan.memberById.get(memberId)?.name || t('teamwork.somebody');

/** What a procedure is called: as in the version, or as in the plan while that is on its way. */
export const sopTitle = (plan: Plan, version: SopVersion | undefined, sopId: string): string =>
  (version && planWords(plan, sopId).title(version)) ||
  plan.sopById.get(sopId)?.title ||
  t('teamwork.untitled');

/** What a step of a version is called, in its own words unless others are given. */
export function stepTitle(
  version: SopVersion | undefined,
  stepId: string,
  words: Pick<SopWords, 'step'> = SOURCE_WORDS,
): string {
  const step = version?.steps.find(({ id }) => id === stepId);
  return (step && words.step(step).title) || t('teamwork.untitledStep');
}
