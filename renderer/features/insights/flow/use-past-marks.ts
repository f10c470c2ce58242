import { useMemo } from 'react';
import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import { unitedDistribution } from '#shared/metrics/distribution';
import { timeMarks } from '#shared/metrics/insights/ageing';
import type { AgeBasis, TimeMarks } from '#shared/metrics/insights/ageing';
import type { FigureRow } from '#shared/metrics/insights/figure-rows';
import { useFigures } from '../../../data/insights/figures.ts';
import { grouped } from './grouped.ts';

/** So far back the past says how long work usually takes. */
const PAST_DAYS = 90;

type MarksOf = (outcomeId: string, basis: AgeBasis) => TimeMarks | null;

/**
 * Within which time half, 85% and 95% of an outcome's work of the last 90 days was done, whoever did it
 * and whatever is filtered now. Undefined until it was read.
 */
export function usePastMarks(today: DayKey): MarksOf | undefined {
  const past = useFigures({
    fromDay: addDays(today, -PAST_DAYS),
    toDay: today,
    bucket: 'quarter',
    daysBy: 'member',
  });
  return useMemo(() => past && marksFrom(past.rows), [past]);
}

const SAMPLES = { cycle: 'cycleWorkMs', turnaround: 'turnaroundWorkMs' } as const;

/** Worked out when it is first asked for: most outcomes have nothing open. */
function marksFrom(rows: readonly FigureRow[]): MarksOf {
  const byOutcome = grouped(rows, ({ outcomeId }) => outcomeId);
  const made = new Map<string, TimeMarks | null>();
  return (outcomeId, basis) => {
    const key = `${basis} ${outcomeId}`;
    const held = made.get(key);
    if (held !== undefined) return held;
    const own = byOutcome.get(outcomeId) ?? [];
    const marks = timeMarks(
      unitedDistribution(own.map(({ totals }) => totals.times[SAMPLES[basis]])),
    );
    made.set(key, marks);
    return marks;
  };
}
