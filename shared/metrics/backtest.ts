import { forecastBacklog } from './forecast.ts';
import { quantile } from './rollup.ts';
import { sortSamples } from './samples.ts';
import { proportionOf } from './wilson.ts';
import type { Proportion } from './wilson.ts';

export interface BacktestInput {
  readonly backlogCount: number;
  /** Completed on each past working day, oldest first. */
  readonly dailyThroughput: readonly number[];
  readonly seed: number | string;
  readonly trials?: number;
  /** How many working days each forecast looks back on. */
  readonly windowDays?: number;
  /** Working days from one forecast to the next. */
  readonly stepDays?: number;
}

/** How forecasts of this kind have turned out so far. */
export interface Backtest {
  /** How many of them were held against what happened. Their spans overlap, so they are not independent. */
  readonly n: number;
  /** Of those, how often the backlog was done within the 85% bound: about 0.85 where they are good. */
  readonly coverage: Proportion;
  /** Half of them were off by no more than so many working days, judged by their 50% bound. */
  readonly medianErrorDays: number;
}

/**
 * Makes the forecast for this backlog at earlier days, from what was known then, and counts how many
 * working days it really took to complete as many. Null where there is no earlier day of which the end
 * is known.
 */
export function backtest(input: BacktestInput): Backtest | null {
  const { backlogCount, dailyThroughput, seed, windowDays = 60, stepDays = 5 } = input;
  const errors: number[] = [];
  let coveredCount = 0;
  for (let origin = windowDays; origin < dailyThroughput.length; origin += stepDays) {
    const actualDays = daysTaken(dailyThroughput, origin, backlogCount);
    // Later ones end later: from here on no end is known, so leaving them out favours nobody.
    if (actualDays === null) break;
    const forecast = forecastBacklog({
      backlogCount,
      dailyThroughput: dailyThroughput.slice(origin - windowDays, origin),
      seed: `${seed}/${origin}`,
      trials: input.trials ?? 1_000,
    });
    if (!forecast.isKnown) continue;
    errors.push(Math.abs(actualDays - forecast.p50));
    if (actualDays <= forecast.p85) coveredCount += 1;
  }
  const coverage = proportionOf(coveredCount, errors.length);
  const medianErrorDays = quantile(sortSamples(errors), 0.5);
  if (!coverage || medianErrorDays === null) return null;
  return { n: errors.length, coverage, medianErrorDays };
}

function daysTaken(throughput: readonly number[], from: number, count: number): number | null {
  let left = count;
  for (let at = from; at < throughput.length; at++) {
    left -= throughput[at] as number;
    if (left <= 0) return at - from + 1;
  }
  return null;
}
