import { useMemo } from 'react';
import { addDays, startOfWeek } from '#shared/day';
import { unitedDistribution } from '#shared/metrics/distribution';
import { backtest } from '#shared/metrics/backtest';
import type { Backtest } from '#shared/metrics/backtest';
import { timeMarks } from '#shared/metrics/insights/ageing';
import type { TimeMarks } from '#shared/metrics/insights/ageing';
import type { FigureRow } from '#shared/metrics/insights/figure-rows';
import { isInScope } from '#shared/metrics/insights/group-by';
import type { OutcomeWeek } from '#shared/metrics/insights/predictability';
import { outcomeWeeks, pastWeeks } from '#shared/metrics/insights/predictability';
import { dailyThroughput } from '#shared/metrics/throughput';
import { NO_TOTALS } from '#shared/metrics/rollup';
import type { Entry } from '../../../data/entry.ts';
import { inSlices } from '../../../data/in-slices.ts';
import { readFigures, useFigures } from '../../../data/insights/figures.ts';
import { useLive } from '../../../data/live.ts';
import { memberClock, memberDays } from '../../../services/work-clocks.ts';
import type { FlowScope } from './flow-scope.ts';
import { grouped } from './grouped.ts';

/** Half a year says how steady delivery is; what was longer ago was another team. */
export const PAST_WEEKS = 26;
const FORECAST_WINDOW_DAYS = 30;

export interface OutcomePredictability {
  readonly outcomeId: string;
  readonly weeks: readonly OutcomeWeek[];
  readonly marks: TimeMarks | null;
  /** Undefined until it was worked out. */
  readonly forecast: Backtest | null | undefined;
}

/** How steadily each outcome was delivered over the last half year, whatever days are shown. Undefined until it was read. */
export function usePredictability(
  flow: FlowScope,
  open: readonly Entry[],
): readonly OutcomePredictability[] | undefined {
  const { plan, scope, today } = flow;
  const days = pastDays(today);
  const past = useFigures({ ...days, bucket: 'week', daysBy: 'member' });
  const forecasts = useForecasts(flow, open);
  return useMemo(() => {
    if (!past) return undefined;
    const own = past.rows.filter((row) => isInScope(scope, row));
    const weeks = outcomeWeeks({
      members: plan.members.filter(({ id }) => scope.memberIds?.has(id) ?? true),
      outcomes: plan.outcomes.filter(({ id }) => scope.outcomeIds?.has(id) ?? true),
      clockOf: (member) => memberClock(member, plan.calendarById),
      daysOf: (member) => memberDays(member, plan.calendarById),
      joinedAtMs: plan.joinedAtMs,
      weeks: pastWeeks(days, today),
      rows: own.map(({ totals, ...row }) => ({ ...row, quantity: totals.amounts.quantity })),
      // Whole weeks of the past are asked for whole.
      nowMs: Number.POSITIVE_INFINITY,
    });
    const rowsBy = grouped(own, ({ outcomeId }) => outcomeId);
    const weeksBy = grouped(weeks, ({ outcomeId }) => outcomeId);
    const outcomeIds = new Set([...weeksBy.keys(), ...rowsBy.keys()]);
    return [...outcomeIds].map((outcomeId) => ({
      outcomeId,
      weeks: weeksBy.get(outcomeId) ?? [],
      marks: cycleMarks(rowsBy.get(outcomeId) ?? []),
      forecast: forecasts && (forecasts.get(outcomeId) ?? null),
    }));
    // oxlint-disable-next-line react/exhaustive-deps -- the days follow from today
  }, [past, plan, scope, today, forecasts]);
}

const pastDays = (today: string) => {
  const thisWeek = startOfWeek(today);
  return { fromDay: addDays(thisWeek, -7 * PAST_WEEKS), toDay: addDays(thisWeek, -1) };
};

const cycleMarks = (rows: readonly FigureRow[]): TimeMarks | null =>
  timeMarks(unitedDistribution(rows.map(({ totals }) => totals.times.cycleWorkMs)));

/** Forecasts of each outcome's backlog, made at earlier days and held against what came. */
function useForecasts(
  { plan, scope, terms, today }: FlowScope,
  open: readonly Entry[],
): ReadonlyMap<string, Backtest | null> | undefined {
  const openBy = useMemo(() => grouped(open, ({ outcomeId }) => outcomeId), [open]);
  const days = pastDays(today);
  return useLive(async () => {
    const daily = await readFigures({ ...days, bucket: 'day', daysBy: 'member' });
    const rowsBy = grouped(
      daily.rows.filter((row) => isInScope(scope, row)),
      ({ outcomeId }) => outcomeId,
    );
    const found = new Map<string, Backtest | null>();
    await inSlices([...rowsBy], ([outcomeId, rows]) => {
      const outcome = plan.outcomeById.get(outcomeId);
      const workerId = outcome?.ownerId || (outcome?.memberIds[0] ?? '');
      const counts = rows.map(({ bucket, totals }) => ({
        day: daily.buckets[bucket]?.fromDay ?? '',
        totals: { ...NO_TOTALS, count: totals.amounts.count },
      }));
      const completed = counts.reduce((sum, { totals }) => sum + totals.count, 0);
      // With nothing open the forecast is tried on what a week brings.
      const aWeek = Math.max(1, Math.round(completed / PAST_WEEKS));
      found.set(
        outcomeId,
        backtest({
          backlogCount: openBy.get(outcomeId)?.length ?? aWeek,
          dailyThroughput: dailyThroughput(counts, days, terms.of(workerId, outcomeId)),
          seed: outcomeId,
          windowDays: FORECAST_WINDOW_DAYS,
        }),
      );
    });
    return found;
  }, [plan, scope, terms, today, openBy]);
}
