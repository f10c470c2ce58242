import type { Grouping } from '#shared/metrics/insights/group-by';
import { NO_GROUP } from '#shared/metrics/insights/group-by';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';

/** What a group of figures is called; what the plan does not know is said to be unknown. */
export function nameOf(by: Grouping, id: string, plan: Plan): string {
  const named = id === NO_GROUP ? undefined : NAMES[by](id, plan);
  return named || t(`insights.none.${by}`);
}

const NAMES: Readonly<Record<Grouping, (id: string, plan: Plan) => string | undefined>> = {
  member: (id, plan) => plan.memberById.get(id)?.name,
  outcome: (id, plan) => plan.outcomeById.get(id)?.name,
  client: (id, plan) => plan.clients.find((client) => client.id === id)?.name,
  keyResult: (id, plan) => plan.keyResultById.get(id)?.name,
};

/** Groups by name, the nameless last: people are never ordered by how much they did. */
export function byName<T extends { readonly id: string }>(
  groups: readonly T[],
  by: Grouping,
  plan: Plan,
): readonly T[] {
  return groups
    .map((group) => ({
      group,
      name: group.id === NO_GROUP ? '\uffff' : nameOf(by, group.id, plan),
    }))
    .toSorted((a, b) => ORDER.compare(a.name, b.name))
    .map(({ group }) => group);
}

const ORDER = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What one unit is called where all of it is of one outcome; null where units differ. */
export function unitOf(
  lines: readonly { readonly outcomeId: string }[],
  plan: Plan,
): string | null {
  const [first] = lines;
  if (!first || lines.some(({ outcomeId }) => outcomeId !== first.outcomeId)) return null;
  return plan.outcomeById.get(first.outcomeId)?.unit ?? '';
}
