import type { Plan } from '../data/plan.ts';

/** Who can be asked to read a draft, or to publish it. */
export const managerIds = ({ members }: Pick<Plan, 'members'>): readonly string[] =>
  members.filter(({ seat, isGone }) => seat === 'manager' && !isGone).map(({ id }) => id);
