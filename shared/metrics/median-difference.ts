import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { Difference } from './difference.ts';
import { middleOf } from './median.ts';
import type { Samples } from './samples.ts';
import { sortSamples } from './samples.ts';

/** Enough for the ends of an interval of 95% to stand still to about a hundredth of its width. */
const DRAW_COUNT = 4_000;
const TAIL_RATIO = 0.025;

/**
 * The difference of the medians of two ascending samples, with the percentile interval of the bootstrap
 * (Efron B, Tibshirani RJ 1993, "An Introduction to the Bootstrap", chapter 13) at 95%. The random numbers
 * are seeded: the same samples give the same interval on every device. Null where one side is empty.
 */
export function medianDifference(before: Samples, after: Samples): Difference | null {
  const [was, is] = [middleOf(before), middleOf(after)];
  if (was === null || is === null) return null;
  const random = seededRandom('median difference');
  const draws: number[] = [];
  for (let draw = 0; draw < DRAW_COUNT; draw++) {
    draws.push(resampledMedian(after, random) - resampledMedian(before, random));
  }
  const sorted = sortSamples(draws);
  const at = (ratio: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(ratio * sorted.length))] ?? 0;
  return { value: is - was, low: at(TAIL_RATIO), high: at(1 - TAIL_RATIO) };
}

/**
 * The median of as many samples drawn with replacement, without drawing them. The places of the drawn are
 * uniform, so the one in the middle is an order statistic of uniform numbers: a beta variate, and the next
 * above it is the least of what is left (David HA, Nagaraja HN 2003, "Order Statistics", section 2.5).
 */
function resampledMedian(samples: Samples, random: Random): number {
  const count = samples.length;
  const lower = Math.ceil(count / 2);
  const place = betaVariate(lower, count - lower + 1, random);
  const low = sampleAt(samples, place);
  if (count % 2 === 1) return low;
  const above = place + (1 - place) * (1 - (1 - random.next()) ** (1 / (count - lower)));
  return (low + sampleAt(samples, above)) / 2;
}

const sampleAt = (samples: Samples, place: number): number =>
  samples[Math.min(samples.length - 1, Math.floor(place * samples.length))] ?? 0;

function betaVariate(a: number, b: number, random: Random): number {
  const x = gammaVariate(a, random);
  return x / (x + gammaVariate(b, random));
}

/** For shapes of 1 and more: Marsaglia G, Tsang WW 2000, ACM Trans. Math. Software 26:363–372. */
function gammaVariate(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normalVariate(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return d * v;
    }
  }
}

/** Box GEP, Muller ME 1958. */
const normalVariate = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
