import { AMOUNT_NAMES, NO_TOTALS, SAMPLE_NAMES } from './rollup.ts';
import type { DayTotals, SampleName, TotalsDraft } from './rollup.ts';
import { saidAmounts } from './said-amounts.ts';
import { NO_SAMPLES } from './samples.ts';
import type { Samples } from './samples.ts';

/**
 * Totals as short JSON: what is not zero or empty, each after its place among `AMOUNT_NAMES` and
 * `SAMPLE_NAMES` (place, value, place, value, …). Most totals fill a few of either.
 */
export type PackedTotals = readonly [
  amounts: readonly number[],
  samples?: readonly (number | Samples)[],
];

export function packTotals(totals: DayTotals): PackedTotals {
  const amounts = saidAmounts(totals);
  const samples: (number | Samples)[] = [];
  for (let at = 0; at < SAMPLE_NAMES.length; at++) {
    const sampled = totals[SAMPLE_NAMES[at] as SampleName];
    if (sampled.length > 0) samples.push(at, sampled);
  }
  return samples.length === 0 ? [amounts] : [amounts, samples];
}

/** Of what `packTotals` wrote, also before names were appended. */
export function unpackTotals([amounts, samples = []]: PackedTotals): DayTotals {
  const totals: TotalsDraft = { ...NO_TOTALS };
  for (let at = 0; at < amounts.length; at += 2) {
    const name = AMOUNT_NAMES[amounts[at] as number];
    if (name) totals[name] = amounts[at + 1] as number;
  }
  for (let at = 0; at < samples.length; at += 2) {
    const name = SAMPLE_NAMES[samples[at] as number];
    if (name) totals[name] = samples[at + 1] as Samples;
  }
  return totals;
}

/** One of the times alone. */
export function unpackSamples([, samples = []]: PackedTotals, name: SampleName): Samples {
  const wanted = SAMPLE_NAMES.indexOf(name);
  for (let at = 0; at < samples.length; at += 2) {
    if (samples[at] === wanted) return samples[at + 1] as Samples;
  }
  return NO_SAMPLES;
}
