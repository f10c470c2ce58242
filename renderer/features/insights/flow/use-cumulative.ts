import { useMemo } from 'react';
import { addDays } from '#shared/day';
import { lastCountedDay } from '#shared/deliverables/oddities';
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
import { useLive } from '../../../data/live.ts';
import { dayRows } from '../../../data/rollups.ts';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Entry } from '../../../data/entry.ts';
import type { FlowScope } from './flow-scope.ts';

export interface Cumulative {
  readonly steps: readonly FlowStep[];
  readonly little: LittleReading | null;
}

/**
 * The cumulative flow of the days shown. Where they end before today, what came and went since is read
 * too: what was open then is told back from what is open now. What claims a day that has not come is
 * read for the same reason: it is open no more, and yet nothing shown has completed it.
 */
export function useCumulative(
  { period, today, scope }: FlowScope,
  figures: Figures,
  open: readonly Entry[],
): Cumulative | undefined {
  const lastDay = lastCountedDay(today);
  const since = useFigures({
    fromDay: addDays(figures.range.toDay, 1),
    toDay: lastDay,
    bucket: 'quarter',
    daysBy: period.daysBy,
  });
  const claimed = useLive(
    async () =>
      await dayRows({ fromDay: addDays(lastDay, 1), toDay: LAST_DAY, daysBy: period.daysBy }),
    [lastDay, period.daysBy],
  );
  return useMemo(() => {
    if (!since || !claimed) return undefined;
    const amountsIn = (rows: Figures['rows']) =>
      rows.map(({ bucket, totals }) => ({ bucket, amounts: totals.amounts }));
    const rows = amountsIn(figures.rows);
    const later = amountsIn(since.rows.filter((row) => isInScope(scope, row)));
    const ahead = claimed.filter((row) => isInScope(scope, row));
    const whole = addFlow(
      flowOf(rows.map(({ amounts }) => amounts)),
      flowOf([...later.map(({ amounts }) => amounts), ...ahead.map(({ totals }) => totals)]),
    );
    const before = openAtStart(openFlow(open), whole);
    const steps = cumulativeFlow(figures.buckets, rows, before, today);
    return { steps, little: littleOf(steps, today) };
  }, [since, claimed, figures, open, today, scope]);
}

/** The last that a `DayKey` can name. */
const LAST_DAY = '9999-12-31';
