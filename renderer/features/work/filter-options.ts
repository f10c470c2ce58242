import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import { t } from '../../i18n/text.ts';
import type { Plan } from '../../data/plan.ts';
import type { Option } from '../../ui/select.tsx';
import type { Facet, FilterPart, WorkFilter } from './work-filter.ts';
import { DUE_CHOICES, FACETS, WAITS_FOR_WORK } from './work-filter.ts';
import type { WorkItem } from './work-item.ts';
import { WORK_STAGES } from './work-item.ts';
import { partText } from './work-words.ts';

/** Everything that can be added to the filter, named as its chip will be. What picks nobody is left out. */
export function filterOptions(
  items: readonly WorkItem[],
  plan: Plan,
  isManager: boolean,
  filter: WorkFilter,
): readonly Option[] {
  const used = usedValues(items);
  const parts: FilterPart[] = [
    ...ofFacet('due', DUE_CHOICES),
    ...ofFacet('stage', WORK_STAGES),
    ...ofFacet('waiting', [...BLOCKED_ON, WAITS_FOR_WORK]),
    ...(isManager
      ? ofFacet(
          'member',
          plan.members.map(({ id }) => id).filter((id) => used.members.has(id)),
        )
      : []),
    ...ofFacet(
      'outcome',
      plan.outcomes.map(({ id }) => id).filter((id) => used.outcomes.has(id)),
    ),
    ...ofFacet('client', [...used.clients].toSorted()),
    ...ofFacet('by', [...used.assigners]),
    ...(isManager ? ofFacet('owner', ['none']) : []),
  ];
  return parts
    .filter(({ facet, value }) => !filter[facet]?.includes(value))
    .map((part) => ({
      value: optionValue(part),
      label: partText(part, plan),
      hint: t(`work.facet.${part.facet}`),
    }));
}

export const textOption = (text: string): Option => ({
  value: optionValue({ facet: 'text', value: text }),
  label: t('work.contains', { text }),
  hint: t('work.facet.text'),
});

/** The part that an option stands for. */
export function partOfOption(option: string): FilterPart | null {
  const at = option.indexOf(':');
  const facet = FACETS.find((each) => each === option.slice(0, at));
  return facet ? { facet, value: option.slice(at + 1) } : null;
}

const optionValue = ({ facet, value }: FilterPart): string => `${facet}:${value}`;

const ofFacet = (facet: Facet, values: readonly string[]): readonly FilterPart[] =>
  values.map((value) => ({ facet, value }));

function usedValues(items: readonly WorkItem[]) {
  const members = new Set<string>();
  const outcomes = new Set<string>();
  const clients = new Set<string>();
  const assigners = new Set<string>();
  for (const { entry } of items) {
    members.add(entry.memberId);
    outcomes.add(entry.outcomeId);
    if (entry.client !== '') clients.add(entry.client);
    if (entry.assignedById !== '') assigners.add(entry.assignedById);
  }
  return { members, outcomes, clients, assigners };
}
