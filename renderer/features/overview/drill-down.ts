import type { Standing } from '#shared/deliverables/deliverable';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import type { DaysBy } from '../../data/days-by.ts';
import { go } from '../../state/route.ts';

export type DrillStage = 'completed' | 'open' | 'all';

/** Whose entries, of what; everything where nothing is said. */
export interface DrillSubject {
  readonly memberId?: string;
  readonly outcomeId?: string;
}

export interface DrillTarget extends DrillSubject {
  readonly stage: DrillStage;
  readonly standing?: Standing;
  readonly isReopened?: boolean;
}

/** The days that completed entries are asked for by; open work has no day and is always in it. */
export interface DrillPeriod {
  readonly kind: PeriodKind;
  readonly range: DayRange;
  readonly daysBy: DaysBy;
}

/** Opens the entries behind a figure. */
export function drillDown({ kind, range, daysBy }: DrillPeriod, target: DrillTarget): void {
  const isByDay = target.stage !== 'open' && kind !== 'all';
  go('entries', {
    ...(target.memberId && { memberId: target.memberId }),
    ...(target.outcomeId && { outcomeId: target.outcomeId }),
    stage: target.stage,
    ...(target.standing && { standing: target.standing }),
    ...(isByDay && { from: range.fromDay, to: range.toDay }),
    ...(isByDay && daysBy === 'client' && { days: 'client' }),
    ...(target.isReopened && { reopened: '1' }),
  });
}
