import type { Standing } from '#shared/deliverables/deliverable';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import type { DaysBy } from '../../data/days-by.ts';
import type { RouteParams } from '../../state/route.ts';
import { go } from '../../state/route.ts';

export type DrillStage = 'completed' | 'open' | 'all';

/** Whose entries, of what; everything where nothing is said. */
export interface DrillSubject {
  readonly memberId?: string;
  readonly outcomeId?: string;
  /** Several at once: a group of a figure. An empty list limits nothing. */
  readonly memberIds?: readonly string[];
  readonly outcomeIds?: readonly string[];
}

export interface DrillTarget extends DrillSubject {
  readonly stage: DrillStage;
  readonly standing?: Standing;
  readonly isReopened?: boolean;
  /** Only what was returned or reopened at least once. */
  readonly isReworked?: boolean;
  /** Only what is flagged as odd (`oddityOf`) and left out of some figure. */
  readonly isOdd?: boolean;
  /** Only what was promised and answered, started or completed too late, or is overdue. */
  readonly isLate?: boolean;
}

/** The days that completed entries are asked for by; open work has no day and is always in it. */
export interface DrillPeriod {
  readonly kind: PeriodKind;
  readonly range: DayRange;
  readonly daysBy: DaysBy;
}

/** Opens the entries behind a figure. */
export function drillDown(period: DrillPeriod, target: DrillTarget): void {
  go('entries', drillParams(period, target));
}

/** The entries view's parameters for what is behind a figure. */
function drillParams({ kind, range, daysBy }: DrillPeriod, target: DrillTarget): RouteParams {
  const isByDay = target.stage !== 'open' && kind !== 'all';
  const memberIds = idsOf(target.memberId, target.memberIds);
  const outcomeIds = idsOf(target.outcomeId, target.outcomeIds);
  return {
    ...(memberIds && { memberId: memberIds }),
    ...(outcomeIds && { outcomeId: outcomeIds }),
    stage: target.stage,
    ...(target.standing && { standing: target.standing }),
    ...(isByDay && { from: range.fromDay, to: range.toDay }),
    ...(isByDay && daysBy === 'client' && { days: 'client' }),
    ...(target.isReopened && { reopened: '1' }),
    ...(target.isReworked && { reworked: '1' }),
    ...(target.isOdd && { odd: '1' }),
    ...(target.isLate && { late: '1' }),
  };
}

/** Ids hold no comma: several are one parameter. */
const idsOf = (id: string | undefined, ids: readonly string[] = []): string =>
  [...new Set([...(id ? [id] : []), ...ids])].join(',');
