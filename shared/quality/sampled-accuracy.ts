import type { Cluster } from '../metrics/clustered.ts';
import { clusteredProportion } from '../metrics/clustered.ts';
import type { Proportion } from '../metrics/wilson.ts';
import { proportionOf } from '../metrics/wilson.ts';
import type { Confidence } from './confidence.ts';
import { USUAL_CONFIDENCE, zOf } from './confidence.ts';
import { finiteProportion } from './finite-proportion.ts';
import type { QualityCheck } from './quality-check.ts';
import type { QualitySample } from './quality-sample.ts';
import { drawnCount } from './quality-sample.ts';

/** What random samples say about how good work is. */
export interface SampledAccuracy {
  /** Deliverables that were accepted ÷ those looked at; `count` is how many were. */
  readonly deliverables: Proportion | null;
  /**
   * Pieces that were right ÷ those looked at, beside what is reckoned from logged errors. Pieces of one
   * deliverable are like each other, which its interval allows for (see `clusteredProportion`).
   */
  readonly pieces: Proportion | null;
  readonly returnedCount: number;
  /** Could not be judged, and counts for nothing. */
  readonly skippedCount: number;
}

/** The part of a check that figures are made of. */
export type Judged = Pick<
  QualityCheck,
  'deliverableId' | 'verdict' | 'quantity' | 'errorCount' | 'checkedAtMs'
>;

export interface SampleAccuracy extends SampledAccuracy {
  readonly drawnCount: number;
  /** Accepted or returned. */
  readonly checkedCount: number;
}

/**
 * What one sample says of everything that it was drawn from, by what of it has been looked at so far:
 * groups weigh by their size, and the interval knows how much there is at all (`finiteProportion`).
 */
export function accuracyOfSample(sample: QualitySample, checks: readonly Judged[]): SampleAccuracy {
  const { confidence } = sample.sizedBy;
  const byId = new Map(checks.map((check) => [check.deliverableId, check]));
  const strata = sample.groups.map(({ populationCount, units }) => {
    const judged = units.flatMap(({ deliverableId }) => {
      const check = byId.get(deliverableId);
      return check && isJudged(check) ? [check] : [];
    });
    return { populationCount, judged, checkedCount: judged.length, hitCount: acceptedIn(judged) };
  });
  const judged = strata.flatMap((stratum) => stratum.judged);
  const population = strata.reduce(
    (sum, { populationCount, checkedCount }) => sum + (checkedCount > 0 ? populationCount : 0),
    0,
  );
  const clusters = strata.flatMap(({ populationCount, checkedCount, judged: own }) =>
    // On average 1: a group that was drawn from more sparsely speaks for more.
    own.map((check) =>
      clusterOf(check, (populationCount / checkedCount) * (judged.length / population)),
    ),
  );
  return {
    deliverables: finiteProportion(strata, zOf(confidence)),
    pieces: piecesOf(judged, clusters, confidence),
    ...countsOf(checks),
    drawnCount: drawnCount(sample),
    checkedCount: judged.length,
  };
}

/**
 * What several samples say together, each deliverable counted once, by the latest word on it. Samples of
 * different periods or people are not weighed against each other: where one group was drawn from more
 * densely than another, look at each by itself.
 */
export function pooledAccuracy(
  checks: readonly Judged[],
  confidence: Confidence = USUAL_CONFIDENCE,
): SampledAccuracy {
  const latest = latestOfEach(checks);
  const judged = latest.filter(isJudged);
  const clusters = judged.map((check) => clusterOf(check, 1));
  return {
    deliverables: proportionOf(acceptedIn(judged), judged.length, zOf(confidence)),
    pieces: piecesOf(judged, clusters, confidence),
    ...countsOf(latest),
  };
}

function piecesOf(
  judged: readonly Judged[],
  clusters: readonly Cluster[],
  confidence: Confidence,
): Proportion | null {
  const proportion = clusteredProportion(clusters, zOf(confidence));
  return (
    proportion && { ...proportion, count: judged.reduce((sum, { quantity }) => sum + quantity, 0) }
  );
}

const clusterOf = ({ quantity, errorCount }: Judged, weight: number): Cluster => ({
  hits: weight * (quantity - errorCount),
  units: weight * quantity,
});

const isJudged = ({ verdict }: Judged): boolean => verdict !== 'skipped';

const acceptedIn = (checks: readonly Judged[]): number =>
  checks.filter(({ verdict }) => verdict === 'accepted').length;

const countsOf = (
  checks: readonly Judged[],
): Pick<SampledAccuracy, 'returnedCount' | 'skippedCount'> => ({
  returnedCount: checks.filter(({ verdict }) => verdict === 'returned').length,
  skippedCount: checks.filter(({ verdict }) => verdict === 'skipped').length,
});

function latestOfEach(checks: readonly Judged[]): readonly Judged[] {
  const latest = new Map<string, Judged>();
  for (const check of checks) {
    const held = latest.get(check.deliverableId);
    if (!held || held.checkedAtMs <= check.checkedAtMs) latest.set(check.deliverableId, check);
  }
  return [...latest.values()];
}
