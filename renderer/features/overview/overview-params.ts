import type { DayKey } from '#shared/day';
import type { GroupBy, GroupOrder } from '#shared/metrics/overview-groups';
import { SLA_STAGES } from '#shared/plan/outcome';
import type { SlaStage } from '#shared/plan/outcome';
import type { PeriodChoice } from '../../app/parts/period/period-choice.ts';
import { periodFrom, periodParams } from '../../app/parts/period/period-choice.ts';
import type { RouteParams } from '../../state/route.ts';

/** What the overview shows, as it stands in the route: the way back from a drill-down finds it again. */
export interface OverviewChoice extends PeriodChoice {
  readonly by: GroupBy;
  readonly order: GroupOrder;
  /** The outcome whose trend is drawn; empty for all. */
  readonly trendOutcomeId: string;
  /** Which promises are counted. */
  readonly promise: PromiseChoice;
}

export type PromiseChoice = 'all' | SlaStage;

export function choiceFrom(params: RouteParams, today: DayKey): OverviewChoice {
  return {
    ...periodFrom(params, today),
    by: params['by'] === 'outcome' ? 'outcome' : 'member',
    order: params['order'] === 'name' ? 'name' : 'distance',
    trendOutcomeId: params['trend'] ?? '',
    promise: SLA_STAGES.find((stage) => stage === params['promise']) ?? 'all',
  };
}

export function paramsFrom(choice: OverviewChoice): RouteParams {
  return {
    ...periodParams(choice),
    by: choice.by,
    order: choice.order,
    ...(choice.trendOutcomeId && { trend: choice.trendOutcomeId }),
    ...(choice.promise !== 'all' && { promise: choice.promise }),
  };
}
