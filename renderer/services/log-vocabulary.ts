import type { LogVocabulary } from '#shared/deliverables/log-line';
import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../data/plan.ts';

/** The outcomes that a member works on; all of them for somebody who has none yet, so that nobody is locked out. */
export function outcomesOf(plan: Plan, memberId: string): readonly Outcome[] {
  const live = plan.outcomes.filter((outcome) => !outcome.isArchived);
  const own = live.filter((outcome) => outcome.memberIds.includes(memberId));
  return own.length > 0 ? own : live;
}

/** The names that a member's typed line can speak of. */
export function vocabularyOf(plan: Plan, memberId: string): LogVocabulary {
  const outcomes = outcomesOf(plan, memberId);
  const named = outcomes.map((outcome) => outcome.client).filter((client) => client !== '');
  return {
    outcomes,
    clients: [...new Set([...plan.clients.map((client) => client.name), ...named])],
    people: plan.members
      .filter((member) => !member.isGone && member.id !== memberId)
      .map(({ id, name, seat }) => ({
        id,
        name,
        on: seat === 'manager' ? 'manager' : 'colleague',
      })),
    currency: plan.workspace?.currency ?? 'USD',
  };
}
