import type { OutcomeProblem } from '#shared/plan/outcome-draft';
import { t } from '../../i18n/text.ts';

export const problemWords = (problem: OutcomeProblem | undefined): string | undefined =>
  problem && t(`outcomes.problem.${problem}`);
