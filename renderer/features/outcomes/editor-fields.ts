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

/**
 * Whether a part of the editor would be drawn the same, going by the fields that it shows: what is typed
 * into one sentence draws no list of people anew.
 */
export const isSameFor =
  (...names: readonly (keyof OutcomeDraft)[]) =>
  (a: EditorFieldsProps, b: EditorFieldsProps): boolean =>
    a.plan === b.plan &&
    a.problems === b.problems &&
    a.today === b.today &&
    a.isNew === b.isNew &&
    a.onChange === b.onChange &&
    names.every((name) => a.draft[name] === b.draft[name]);
