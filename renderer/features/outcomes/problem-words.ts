import type { DraftProblems } from '#shared/plan/draft-problems';
import type { OutcomePlace } from '#shared/plan/outcome-problems';
import { t } from '../../i18n/text.ts';

/** What is wrong at a place of the editor, in words; undefined where nothing is. */
export function problemAt(problems: DraftProblems, place: OutcomePlace): string | undefined {
  const code = problems.get(place);
  return code && t(`outcomes.problem.${code}`);
}
