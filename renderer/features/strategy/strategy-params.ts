import type { ThreadPlan } from '#shared/plan/goal-thread';
import { threadOf } from '#shared/plan/goal-thread';
import { isPlanQuarter } from '#shared/plan/intent-problems';
import { addQuarters } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import type { RouteParams } from '../../state/route.ts';

/** What the screen shows, as it stands in the route. */
export interface StrategyQuery {
  readonly mode: 'tree' | 'compare';
  readonly quarter: QuarterKey;
  /** The quarter it is compared with. */
  readonly against: QuarterKey;
  /** A record to show, once; empty where none is asked for. */
  readonly itemId: string;
}

/** A record that is asked for brings its own quarter with it. */
export function queryOf(params: RouteParams, plan: ThreadPlan, current: QuarterKey): StrategyQuery {
  const itemId = params['item'] ?? '';
  const quarter = quarterOfItem(plan, itemId) ?? readQuarter(params['quarter']) ?? current;
  return {
    mode: params['mode'] === 'compare' ? 'compare' : 'tree',
    quarter,
    against: readQuarter(params['against']) ?? addQuarters(quarter, -1),
    itemId,
  };
}

export const paramsOf = ({ mode, quarter, against, itemId }: StrategyQuery): RouteParams => ({
  quarter,
  ...(mode === 'compare' && { mode, against }),
  ...(itemId !== '' && { item: itemId }),
});

function quarterOfItem(plan: ThreadPlan, id: string): QuarterKey | null {
  const outcome = plan.outcomeById.get(id);
  if (outcome) {
    const priority = threadOf(plan, id).find(({ level }) => level === 'priority');
    return quarterOfPriority(plan, priority?.id);
  }
  const objectiveId = plan.keyResultById.get(id)?.objectiveId ?? id;
  const priorityId = plan.objectiveById.get(objectiveId)?.priorityId ?? id;
  return quarterOfPriority(plan, priorityId);
}

const quarterOfPriority = (plan: ThreadPlan, id: string | undefined): QuarterKey | null =>
  readQuarter(plan.priorityById.get(id ?? '')?.quarter);

const readQuarter = (text: string | undefined): QuarterKey | null =>
  text !== undefined && isPlanQuarter(text) ? text : null;
