import { seededRandom } from '../random.ts';

/** What a forecast is made from. The same input gives the same answer. */
export interface ForecastInput {
  /** How many pieces of work are to be completed. */
  readonly backlogCount: number;
  /** Completed on each past working day, also where that was nothing (see `dailyThroughput`). */
  readonly dailyThroughput: readonly number[];
  readonly seed: number | string;
  readonly trials?: number;
}

/** Working days until the backlog is done, in half, 85% and 95% of the trials; or why nobody can say. */
export type Forecast =
  | { readonly isKnown: true; readonly p50: number; readonly p85: number; readonly p95: number }
  | { readonly isKnown: false; readonly reason: NoForecast };

/**
 * `tooLittleHistory`: fewer than ten working days are known. `nothingCompleted`: not one piece was
 * completed in them. `tooFar`: it would take longer than anybody can foresee.
 */
export type NoForecast = 'tooLittleHistory' | 'nothingCompleted' | 'tooFar';

const LEAST_HISTORY_DAYS = 10;
const USUAL_TRIALS = 5_000;
/** About five years. */
const FARTHEST_DAYS = 1_300;

/**
 * When a backlog will be done, by simulating it over and over: each simulated working day completes as
 * much as a day drawn at random from history did (bootstrap, Efron 1979; as used for throughput
 * forecasts by Magennis, "Forecasting and Simulating Software Development Projects", 2011). It says
 * when as many pieces are completed as are open now, whatever is asked for in the meantime, and takes
 * days to be independent and the future to be like the history it is given.
 */
export function forecastBacklog(input: ForecastInput): Forecast {
  const { backlogCount, dailyThroughput, seed, trials = USUAL_TRIALS } = input;
  if (backlogCount <= 0) return { isKnown: true, p50: 0, p85: 0, p95: 0 };
  if (dailyThroughput.length < LEAST_HISTORY_DAYS) return unknown('tooLittleHistory');
  if (!dailyThroughput.some((count) => count > 0)) return unknown('nothingCompleted');

  const random = seededRandom(seed);
  const last = dailyThroughput.length - 1;
  const lengths = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) {
    let days = 0;
    for (let left = backlogCount; left > 0 && days <= FARTHEST_DAYS; days++) {
      left -= dailyThroughput[random.whole(0, last)] as number;
    }
    lengths[trial] = days;
  }
  lengths.sort();
  /** The fewest days within which at least a share `p` of the trials were done. */
  const within = (p: number): number => lengths[Math.ceil(p * trials) - 1] as number;
  if (within(0.95) > FARTHEST_DAYS) return unknown('tooFar');
  return { isKnown: true, p50: within(0.5), p85: within(0.85), p95: within(0.95) };
}

const unknown = (reason: NoForecast): Forecast => ({ isKnown: false, reason });
