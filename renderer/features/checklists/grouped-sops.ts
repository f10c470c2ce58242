import type { Sop } from '#shared/sops/sop';
import type { Plan } from '../../data/plan.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';

export interface SopGroup {
  readonly key: string;
  /** The outcome's name; empty for SOPs that serve none in particular. */
  readonly name: string;
  readonly sops: readonly Sop[];
}

/** The SOPs published for a member, by the outcome they serve. */
export function groupedSops(plan: Plan, memberId: string): readonly SopGroup[] {
  const published = plan.sops.filter((sop) => sop.publishedVersion > 0 && !sop.isArchived);
  const outcomes = [
    ...outcomesOf(plan, memberId).map(({ id, name }) => ({ id, name })),
    { id: '', name: '' },
  ];
  return outcomes.flatMap(({ id, name }) => {
    const sops = published.filter(({ outcomeId }) => outcomeId === id);
    return sops.length > 0 ? [{ key: id || 'any', name, sops }] : [];
  });
}
