import { useMemo } from 'react';
import { addDays } from '#shared/day';
import type { FlowStep, LittleReading } from '#shared/metrics/insights/flow';
import {
  addFlow,
  cumulativeFlow,
  flowOf,
  littleOf,
  openAtStart,
  openFlow,
} from '#shared/metrics/insights/flow';
import { isInScope } from '#shared/metrics/insights/group-by';
import { useFigures } from '../../../data/insights/figures.ts';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Entry } from '../../../data/entry.ts';
import type { FlowScope } from './flow-scope.ts';

export interface Cumulative {
  readonly steps: readonly FlowStep[];
  readonly little: LittleReading | null;
}

/**
 * The cumulative flow of the days shown. Where they end before today, what came and went since is read
 * too: what was open then is told back from what is open now.
 */
export function useCumulative(
  { period, today, scope }: FlowScope,
  figures: Figures,
  open: readonly Entry[],
): Cumulative | undefined {
  const since = useFigures({
    fromDay: addDays(figures.range.toDay, 1),
    toDay: today,
    bucket: 'quarter',
    daysBy: period.daysBy,
  });
  return useMemo(() => {
    if (!since) return undefined;
    const amountsIn = (rows: Figures['rows']) =>
      rows.map(({ bucket, totals }) => ({ bucket, amounts: totals.amounts }));
    const rows = amountsIn(figures.rows);
    const later = amountsIn(since.rows.filter((row) => isInScope(scope, row)));
    const whole = addFlow(
      flowOf(rows.map(({ amounts }) => amounts)),
      flowOf(later.map(({ amounts }) => amounts)),
    );
    const before = openAtStart(openFlow(open), whole);
    const steps = cumulativeFlow(figures.buckets, rows, before, today);
    return { steps, little: littleOf(steps, today) };
  }, [since, figures, open, today, scope]);
}
