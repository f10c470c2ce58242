import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';

/** Nobody is named, or whoever was has left. */
export function isUnowned(outcome: Outcome, plan: Plan): boolean {
  const owner = plan.memberById.get(outcome.ownerId);
  return !owner || owner.isGone;
}
