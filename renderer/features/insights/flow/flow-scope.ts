import type { DayRange } from '#shared/metrics/period';
import type { DrillTarget } from '../../../app/parts/drill-down.ts';
import { drillDown } from '../../../app/parts/drill-down.ts';
import type { OnTable } from './flow-figure.tsx';
import type { InsightsTabProps } from '../tab-props.ts';

/** Whose work is looked at, when, and by what terms: what every panel of flow is drawn from. */
export interface FlowScope extends Pick<
  InsightsTabProps,
  'plan' | 'terms' | 'scope' | 'period' | 'bucket' | 'today' | 'nowMs'
> {
  readonly onTable: OnTable;
}

/** The entries of some days behind a figure. */
export const openDays = (flow: FlowScope, range: DayRange, target: DrillTarget): void =>
  drillDown({ ...flow.period, kind: 'custom', range }, limited(flow, target));

/** What a figure is of where nothing says otherwise: what the filters let through. */
export function limited({ scope }: FlowScope, target: DrillTarget): DrillTarget {
  const { memberIds, outcomeIds } = scope;
  const isMembers = memberIds !== null && target.memberId === undefined;
  const isOutcomes = outcomeIds !== null && target.outcomeId === undefined;
  return {
    ...(isMembers && { memberIds: [...memberIds] }),
    ...(isOutcomes && { outcomeIds: [...outcomeIds] }),
    ...target,
  };
}
