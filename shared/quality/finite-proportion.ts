import type { Proportion } from '../metrics/wilson.ts';
import { proportionOf } from '../metrics/wilson.ts';

/** A part of what a sample is drawn from: how much there is, how much was looked at, how much of that holds. */
interface Stratum {
  readonly populationCount: number;
  readonly checkedCount: number;
  readonly hitCount: number;
}

/**
 * The share of hits in a population of which each stratum was sampled at random, without replacement.
 * Strata weigh by their size, whatever of them was drawn (Cochran 1977, Sampling Techniques, 5.3). The
 * interval is Wilson's at the effective size, 1 ÷ Σ W²·f ÷ n with W the stratum's weight and
 * f = (N − n) ÷ (N − 1) its finite population correction: the closer a sample comes to everything, the
 * narrower, and nothing is left to guess where all was looked at. What strata are alike within is not
 * taken for certainty, so that the interval errs on the wide side and holds where no error was found.
 * Strata nobody has looked into yet are left out. Null where nothing was looked at.
 */
export function finiteProportion(strata: readonly Stratum[], z: number): Proportion | null {
  const used = strata.filter(({ checkedCount }) => checkedCount > 0);
  const population = used.reduce((sum, { populationCount }) => sum + populationCount, 0);
  if (!(population > 0)) return null;
  let ratio = 0;
  let spread = 0;
  let count = 0;
  for (const { populationCount, checkedCount, hitCount } of used) {
    const weight = populationCount / population;
    ratio += (weight * hitCount) / checkedCount;
    spread += (weight ** 2 * correctionOf(populationCount, checkedCount)) / checkedCount;
    count += checkedCount;
  }
  if (spread === 0) return { ratio, lowRatio: ratio, highRatio: ratio, count };
  const effective = 1 / spread;
  const proportion = proportionOf(ratio * effective, effective, z);
  return proportion && { ...proportion, count };
}

const correctionOf = (population: number, checked: number): number =>
  population > 1 ? Math.max(0, population - checked) / (population - 1) : 0;
