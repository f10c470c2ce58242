import type { DayKey } from '#shared/day';
import type { DraftProblems } from '#shared/plan/draft-problems';
import type { OutcomeDraft } from '#shared/plan/outcome-draft';
import type { Plan } from '../../data/plan.ts';

/** What every part of the outcome editor works with. */
export interface EditorFieldsProps {
  readonly draft: OutcomeDraft;
  readonly plan: Plan;
  /** Empty until saving was tried. */
  readonly problems: DraftProblems;
  readonly today: DayKey;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<OutcomeDraft>) => void;
}
