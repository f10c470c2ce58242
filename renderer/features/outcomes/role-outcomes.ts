import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';

/** The outcomes that a role answers for now. */
export const outcomesOfRole = (
  { outcomes }: Pick<Plan, 'outcomes'>,
  roleId: string,
): readonly Outcome[] => outcomes.filter((each) => each.roleId === roleId && !each.isArchived);
