import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { backtest } from '#shared/metrics/backtest';
import type { Backtest } from '#shared/metrics/backtest';
import { forecastBacklog } from '#shared/metrics/forecast';
import type { NoForecast } from '#shared/metrics/forecast';
import type { GroupBy } from '#shared/metrics/overview-groups';
import type { Terms } from '#shared/metrics/terms';
import { dailyThroughput, workingDayAfter } from '#shared/metrics/throughput';
import { inSlices } from '../../data/in-slices.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { countIn } from '../../data/rollup-cells.ts';
import { eachDayRow } from '../../data/rollups.ts';
import type { PackedDayRow } from '../../data/rollups.ts';
import { currentTerms } from '../../data/terms.ts';

/** How far back a forecast looks, and how far back it is tried out. */
export const LOOKS_BACK_DAYS = 90;
const TRIED_BACK_DAYS = 365;
export const TRIALS = 5_000;

/** When somebody's open work, or an outcome's, will be done. */
export interface BacklogForecast {
  readonly id: string;
  readonly openCount: number;
  /** Completed a working day, on average over the time looked back on; null where no day was worked. */
  readonly meanADay: number | null;
  readonly when:
    | {
        readonly isKnown: true;
        /** Null where the calendar never offers as many working days. */
        readonly halfDay: DayKey | null;
        readonly mostDay: DayKey | null;
        readonly halfDays: number;
        readonly mostDays: number;
      }
    | { readonly isKnown: false; readonly reason: NoForecast };
  readonly backtest: Backtest | null;
}

/** One forecast for each member or outcome with open work, the largest backlog first. */
export function useForecasts(
  plan: Plan,
  open: readonly Deliverable[],
  by: GroupBy,
  today: DayKey,
): readonly BacklogForecast[] | undefined {
  return useLive(
    async (left) => {
      const idOf = (each: { readonly memberId: string; readonly outcomeId: string }): string =>
        by === 'member' ? each.memberId : each.outcomeId;
      const openCounts = new Map<string, number>();
      for (const each of open) openCounts.set(idOf(each), (openCounts.get(idOf(each)) ?? 0) + 1);
      if (openCounts.size === 0) return [];
      const doneById = new Map<string, Map<DayKey, number>>();
      const count = (row: PackedDayRow): void => {
        if (!openCounts.has(idOf(row))) return;
        const own = doneById.get(idOf(row)) ?? new Map<DayKey, number>();
        own.set(row.day, (own.get(row.day) ?? 0) + countIn(row.packed));
        doneById.set(idOf(row), own);
      };
      const days = { fromDay: addDays(today, -TRIED_BACK_DAYS), toDay: today };
      await eachDayRow(days, count, left);
      const forecasts: BacklogForecast[] = [];
      const foresee = ([id, openCount]: readonly [string, number]): void => {
        const terms = termsOf(plan, by, id);
        forecasts.push(forecastOf(id, openCount, doneById.get(id) ?? new Map(), terms, today));
      };
      await inSlices([...openCounts], foresee, left);
      return forecasts.toSorted((a, b) => b.openCount - a.openCount);
    },
    [plan, open, by, today],
  );
}

/** An outcome's work days are those of whoever owns it. */
function termsOf(plan: Plan, by: GroupBy, id: string): Terms {
  const terms = currentTerms(plan);
  if (by === 'member') return terms.of(id, '');
  const outcome = plan.outcomeById.get(id);
  return terms.of(outcome?.ownerId || (outcome?.memberIds[0] ?? ''), id);
}

function forecastOf(
  id: string,
  backlogCount: number,
  doneOn: ReadonlyMap<DayKey, number>,
  terms: Terms,
  today: DayKey,
): BacklogForecast {
  const rows = [...doneOn].map(([day, count]) => ({ day, totals: { count } }));
  // Today is not over: it would read as a slow day. History begins with the first day anything was done.
  const toDay = addDays(today, -1);
  const first = rows.reduce((least, { day }) => (day < least ? day : least), today);
  const past = dailyThroughput(rows, { fromDay: first, toDay }, terms);
  const lookedAt = dailyThroughput(
    rows,
    { fromDay: later(first, addDays(today, -LOOKS_BACK_DAYS)), toDay },
    terms,
  );
  const forecast = forecastBacklog({
    backlogCount,
    dailyThroughput: lookedAt,
    seed: id,
    trials: TRIALS,
  });
  const sum = lookedAt.reduce((all, count) => all + count, 0);
  return {
    id,
    openCount: backlogCount,
    meanADay: lookedAt.length === 0 ? null : sum / lookedAt.length,
    when: forecast.isKnown
      ? {
          isKnown: true,
          halfDay: workingDayAfter(toDay, forecast.p50, terms),
          mostDay: workingDayAfter(toDay, forecast.p85, terms),
          halfDays: forecast.p50,
          mostDays: forecast.p85,
        }
      : forecast,
    backtest: backtest({ backlogCount, dailyThroughput: past, seed: id, windowDays: 30 }),
  };
}

const later = (a: DayKey, b: DayKey): DayKey => (a > b ? a : b);
