import type { GroupBy } from '#shared/metrics/overview-groups';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

export interface Names extends Readonly<Record<GroupBy, (id: string) => string>> {
  /** What one unit of an outcome is called, in the plural. */
  readonly unit: (outcomeId: string) => string;
}

/** Names of the ids that figures carry; what the plan does not know is said to be unknown. */
export const namesOf = (plan: Plan): Names => ({
  member: (id) => plan.memberById.get(id)?.name || t('overview.output.noMember'),
  outcome: (id) => plan.outcomeById.get(id)?.name || t('overview.output.unassigned'),
  unit: (outcomeId) => plan.outcomeById.get(outcomeId)?.unit ?? '',
});
