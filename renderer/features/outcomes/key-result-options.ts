import type { Plan } from '../../data/plan.ts';
import type { Option } from '../../ui/select.tsx';

type Strategy = Pick<
  Plan,
  'keyResults' | 'keyResultById' | 'objectiveById' | 'priorityById' | 'goalById'
>;

/**
 * Every key result that is still pursued, and the one that is chosen, whatever became of it. Each is
 * found by the names above it too, and read with them: a key result alone says little.
 */
export function keyResultOptions(plan: Strategy, chosenId: string): readonly Option[] {
  return plan.keyResults
    .filter(({ id, status }) => id === chosenId || status === 'active' || status === 'planned')
    .map((keyResult) => {
      const objective = plan.objectiveById.get(keyResult.objectiveId);
      const priority = objective && plan.priorityById.get(objective.priorityId);
      const goal = priority && plan.goalById.get(priority.goalId);
      const above = [objective?.name, priority?.name, goal?.name].filter(Boolean);
      return { value: keyResult.id, label: [keyResult.name, ...above].join(' › ') };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
