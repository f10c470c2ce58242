import type { QualitySample } from '#shared/quality/quality-sample';
import type { SampleAccuracy } from '#shared/quality/sampled-accuracy';
import { accuracyOfSample } from '#shared/quality/sampled-accuracy';
import { checksOfSample, qualitySamples } from './samples.ts';

/** A sample, how far it is looked at, and what it says so far. */
export interface SampleLine {
  readonly sample: QualitySample;
  /** Has a verdict, be it that nobody can judge it. */
  readonly settledCount: number;
  readonly accuracy: SampleAccuracy;
}

/** Latest first. */
export async function sampleLines(): Promise<readonly SampleLine[]> {
  const samples = await qualitySamples();
  return await Promise.all(
    samples.map(async (sample) => {
      const checks = await checksOfSample(sample.id);
      const accuracy = accuracyOfSample(sample, checks);
      return { sample, accuracy, settledCount: accuracy.checkedCount + accuracy.skippedCount };
    }),
  );
}
