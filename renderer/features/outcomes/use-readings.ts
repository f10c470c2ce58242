import { useMemo } from 'react';
import { readMeasure } from '#shared/metrics/measures';
import type { MeasureReading } from '#shared/metrics/measures';
import { rangeAround } from '#shared/metrics/period';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { DayTotals } from '#shared/metrics/rollup';
import type { DayKey } from '#shared/day';
import type { Measure } from '#shared/plan/outcome';
import { useLive } from '../../data/live.ts';
import { dayRows } from '../../data/rollups.ts';

/** What a measure of an outcome has come to in the month so far; undefined while it is read. */
export type ReadMonth = (outcomeId: string, measure: Measure) => MeasureReading | undefined;

export function useReadings(today: DayKey): ReadMonth {
  const { fromDay, toDay } = rangeAround('month', today);
  const rows = useLive(async () => await dayRows({ fromDay, toDay }), [fromDay, toDay]);
  const totals = useMemo(() => {
    if (!rows) return null;
    const parts = new Map<string, DayTotals[]>();
    for (const row of rows) {
      const held = parts.get(row.outcomeId);
      if (held) held.push(row.totals);
      else parts.set(row.outcomeId, [row.totals]);
    }
    return new Map([...parts].map(([id, all]) => [id, sumTotals(all)]));
  }, [rows]);
  return (outcomeId, measure) => {
    const sum = totals?.get(outcomeId);
    return sum && readMeasure(measure, sum);
  };
}
