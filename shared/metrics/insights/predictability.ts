import type { DayKey } from '../../day.ts';
import type { Backtest } from '../backtest.ts';
import type { OverviewPlan } from '../overview.ts';
import { targetsIn } from '../overview.ts';
import { bucketsOf } from '../period.ts';
import type { DayRange } from '../period.ts';
import { proportionOf } from '../wilson.ts';
import type { Proportion } from '../wilson.ts';
import type { TimeMarks } from './ageing.ts';

/** Sums of fractions: what differs by less is the same. */
const TOLERANCE = 1e-9;

/** The whole ISO weeks of a range that are over by `today`, in order. */
export const pastWeeks = ({ fromDay, toDay }: DayRange, today: DayKey): readonly DayRange[] =>
  bucketsOf({ fromDay, toDay }, 'week').filter((week) => week.toDay < today && isWholeWeek(week));

const DAY_MS = 86_400_000;
const isWholeWeek = ({ fromDay, toDay }: DayRange): boolean =>
  Date.parse(toDay) - Date.parse(fromDay) === 6 * DAY_MS;

/** An outcome's output and what was asked of everybody on it, in one week; both in its unit. */
export interface OutcomeWeek {
  readonly outcomeId: string;
  readonly week: DayRange;
  readonly quantity: number;
  readonly target: number;
  readonly isOnTarget: boolean;
}

interface WeeksInput extends OverviewPlan {
  readonly weeks: readonly DayRange[];
  /** Output by member, outcome and position among `weeks`. */
  readonly rows: readonly {
    readonly memberId: string;
    readonly outcomeId: string;
    readonly bucket: number;
    readonly quantity: number;
  }[];
  readonly nowMs: number;
}

/**
 * Every outcome in every week in which anything was asked of it. It is on target where all who work on
 * it together reached what was asked of them together; a week of holidays asks for nothing and is left out.
 */
export function outcomeWeeks({ weeks, rows, ...plan }: WeeksInput): readonly OutcomeWeek[] {
  const quantities = new Map<string, number>();
  for (const { outcomeId, bucket, quantity } of rows) {
    const key = `${bucket} ${outcomeId}`;
    quantities.set(key, (quantities.get(key) ?? 0) + quantity);
  }
  return weeks.flatMap((week, at) => {
    const targets = new Map<string, number>();
    for (const { outcomeId, target } of targetsIn({ ...plan, range: week })) {
      targets.set(outcomeId, (targets.get(outcomeId) ?? 0) + target.whole);
    }
    return [...targets].flatMap(([outcomeId, target]): readonly OutcomeWeek[] => {
      if (target <= TOLERANCE) return [];
      const quantity = quantities.get(`${at} ${outcomeId}`) ?? 0;
      const isOnTarget = quantity >= target - TOLERANCE;
      return [{ outcomeId, week, quantity, target, isOnTarget }];
    });
  });
}

/** The share of weeks on target, with its interval; null of none. */
export const weeksOnTarget = (weeks: readonly OutcomeWeek[]): Proportion | null =>
  proportionOf(weeks.filter(({ isOnTarget }) => isOnTarget).length, weeks.length);

/**
 * How widely times spread: the 85th percentile ÷ the median. 1 is work that always takes as long; null
 * where half of it takes no time at all.
 */
export const spreadOf = ({ p50Ms, p85Ms }: TimeMarks): number | null =>
  p50Ms > 0 ? p85Ms / p50Ms : null;

/** How often forecasts held, over several backlogs: each trial counts once. Null of none. */
export function pooledHits(backtests: readonly (Backtest | null)[]): Proportion | null {
  let [hits, count] = [0, 0];
  for (const each of backtests) {
    hits += each ? Math.round(each.coverage.ratio * each.n) : 0;
    count += each?.n ?? 0;
  }
  return proportionOf(hits, count);
}
