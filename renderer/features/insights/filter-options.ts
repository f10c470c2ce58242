import type { FigureFilter, Grouping } from '#shared/metrics/insights/group-by';
import { GROUPINGS } from '#shared/metrics/insights/group-by';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';
import { nameOf } from './group-names.ts';

/** One choice of a filter: a member, an outcome, a client or a key result. */
export interface FilterPart {
  readonly facet: Grouping;
  readonly id: string;
}

const FIELDS = {
  member: 'memberIds',
  outcome: 'outcomeIds',
  client: 'clientIds',
  keyResult: 'keyResultIds',
} as const satisfies Readonly<Record<Grouping, keyof FigureFilter>>;

export const partsOf = (filter: FigureFilter): readonly FilterPart[] =>
  GROUPINGS.flatMap((facet) => filter[FIELDS[facet]].map((id) => ({ facet, id })));

export function withPart(filter: FigureFilter, { facet, id }: FilterPart): FigureFilter {
  const field = FIELDS[facet];
  return { ...filter, [field]: [...new Set([...filter[field], id])] };
}

export function withoutPart(filter: FigureFilter, { facet, id }: FilterPart): FigureFilter {
  const field = FIELDS[facet];
  return { ...filter, [field]: filter[field].filter((each) => each !== id) };
}

/** Everything that figures can be limited to and are not yet. */
export function filterOptions(plan: Plan, filter: FigureFilter): readonly Option[] {
  const ids: Readonly<Record<Grouping, readonly string[]>> = {
    member: plan.members.map(({ id }) => id),
    outcome: plan.outcomes.map(({ id }) => id),
    client: plan.clients.map(({ id }) => id),
    keyResult: [...new Set(plan.outcomes.map(({ keyResultId }) => keyResultId))].filter((id) =>
      plan.keyResultById.has(id),
    ),
  };
  return GROUPINGS.flatMap((facet) =>
    ids[facet]
      .filter((id) => !filter[FIELDS[facet]].includes(id))
      .map((id) => ({
        value: `${facet} ${id}`,
        label: nameOf(facet, id, plan),
        hint: t(`insights.facet.${facet}`),
      })),
  );
}

export function partOfOption(value: string): FilterPart | null {
  const [name = '', id = ''] = value.split(' ', 2);
  const facet = GROUPINGS.find((each) => each === name);
  return facet && id ? { facet, id } : null;
}
