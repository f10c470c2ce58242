import { quantile } from '../rollup.ts';

/** How a row of counts moves about its own middle. */
export interface RunChart {
  /** Half of the points are above it and half below; null of none. */
  readonly median: number | null;
  /** Points on neither side are left out: they say nothing about a shift. */
  readonly usefulCount: number;
  readonly longestRun: number;
  readonly longestRunLimit: number;
  readonly crossings: number;
  readonly crossingsLimit: number;
  /** Whether the row moves otherwise than chance would have it. */
  readonly isShifted: boolean;
}

/** With fewer useful points nothing can be told from chance. */
const LEAST_POINTS = 10;

/**
 * A run chart: counts of equal periods about their median, and whether a shift shows: a run on one side
 * that is longer, or fewer crossings of the median, than a random row has 95 times of 100. Limits after
 * Anhøj J, Olesen AV (2014), "Run charts revisited", PLoS ONE 9(11): e113825: run longer than
 * round(log2 n + 3); crossings fewer than the 5th percentile of Binomial(n − 1, ½).
 */
export function runChartOf(values: readonly number[]): RunChart {
  const median = quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
  const sides = values.flatMap((value) =>
    median === null || value === median ? [] : [value > median],
  );
  const usefulCount = sides.length;
  let longestRun = 0;
  let run = 0;
  let crossings = 0;
  for (const [at, side] of sides.entries()) {
    const isOn = at > 0 && sides[at - 1] === side;
    if (at > 0 && !isOn) crossings += 1;
    run = isOn ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  }
  const longestRunLimit = usefulCount > 0 ? Math.round(Math.log2(usefulCount) + 3) : 0;
  const crossingsLimit = fewestCrossings(usefulCount);
  return {
    median,
    usefulCount,
    longestRun,
    longestRunLimit,
    crossings,
    crossingsLimit,
    isShifted:
      usefulCount >= LEAST_POINTS && (longestRun > longestRunLimit || crossings < crossingsLimit),
  };
}

/** The 5th percentile of Binomial(n − 1, ½): fewer crossings than that are no chance. */
function fewestCrossings(usefulCount: number): number {
  const trials = usefulCount - 1;
  if (trials < 1) return 0;
  // In logarithms: 2^-1000 is too small to be written.
  let logTerm = -trials * Math.LN2;
  let sum = Math.exp(logTerm);
  let hits = 0;
  while (sum < 0.05 && hits < trials) {
    logTerm += Math.log((trials - hits) / (hits + 1));
    hits += 1;
    sum += Math.exp(logTerm);
  }
  return hits;
}
