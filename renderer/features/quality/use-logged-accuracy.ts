import type { DayRange } from '#shared/metrics/period';
import type { Proportion } from '#shared/metrics/wilson';
import { proportionOf } from '#shared/metrics/wilson';
import { useFigures } from '../../data/insights/figures.ts';
import type { Plan } from '../../data/plan.ts';

export interface LoggedAccuracy {
  /** Null where nobody said anything about errors; an empty id limits nothing. */
  readonly of: (outcomeId: string, memberId?: string) => Proportion | null;
  /** Outcomes of which anything was completed. */
  readonly outcomeIds: readonly string[];
}

/** Accuracy by the errors that people log themselves; undefined until it is read. */
export function useLoggedAccuracy(
  plan: Plan,
  { fromDay, toDay }: DayRange,
): LoggedAccuracy | undefined {
  const isRange = fromDay !== '' && fromDay <= toDay;
  const figures = useFigures({
    fromDay,
    toDay: isRange ? toDay : fromDay,
    bucket: 'quarter',
    daysBy: 'member',
  });
  if (!figures || !isRange) return undefined;
  return {
    of: (outcomeId, memberId = '') => {
      let checked = 0;
      let errors = 0;
      for (const row of figures.rows) {
        if (outcomeId !== '' && row.outcomeId !== outcomeId) continue;
        if (memberId !== '' && row.memberId !== memberId) continue;
        checked += row.totals.amounts.checkedQuantity;
        errors += row.totals.amounts.errors;
      }
      return proportionOf(checked - errors, checked);
    },
    outcomeIds: plan.outcomes
      .map(({ id }) => id)
      .filter((id) => figures.rows.some(({ outcomeId }) => outcomeId === id)),
  };
}
