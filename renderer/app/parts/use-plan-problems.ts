import { useMemo } from 'react';
import { planProblems, workProblems } from '#shared/plan/plan-problems';
import type { PlanProblem } from '#shared/plan/plan-problems';
import { needingEntries, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';

/** Everything that should be mended in the plan and in who has its work; undefined until the work is read. */
export function usePlanProblems(plan: Plan): readonly PlanProblem[] | undefined {
  const goneIds = useMemo(
    () => plan.members.filter(({ isGone }) => isGone).map(({ id }) => id),
    [plan],
  );
  const work = useLive(
    async () => [...(await needingEntries()), ...(await openEntries(goneIds))],
    [goneIds.join(' ')],
  );
  return useMemo(() => {
    if (!work) return undefined;
    const open = [...new Map(work.map((entry) => [entry.id, entry])).values()];
    return [...planProblems(plan), ...workProblems(open, plan.memberById)];
  }, [plan, work]);
}
