import type { Cascade } from '#shared/plan/cascade';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import type { Option } from '../../ui/select.tsx';
import type { IntentNode } from './acts.ts';
import { parentIdOf } from './new-place.ts';
import { parentsFor } from './node-moves.ts';

/** What a node can hang below in this quarter, and what it names although that is not there. */
export function parentOptions(plan: Plan, cascade: Cascade, node: IntentNode): readonly Option[] {
  const held = parentIdOf(node);
  const options = parentsFor(cascade, node.level).map(({ id }) => ({
    value: id,
    label: nameOf(plan, node, id),
  }));
  return options.some(({ value }) => value === held)
    ? options
    : [{ value: held, label: nameOf(plan, node, held) }, ...options];
}

function nameOf(plan: Plan, { level }: IntentNode, id: string): string {
  const parents =
    level === 'priority'
      ? plan.goalById
      : level === 'objective'
        ? plan.priorityById
        : plan.objectiveById;
  return parents.get(id)?.name || t('strategy.notInPlan');
}
