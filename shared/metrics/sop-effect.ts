import type { SopVersion } from '../sops/sop.ts';
import type { Difference } from './difference.ts';
import { proportionDifference } from './difference.ts';
import { medianDifference } from './median-difference.ts';
import type { Estimate, SopMeasure } from './sop-measures.ts';
import { SOP_MEASURES, estimateOf, isTime, timesOf } from './sop-measures.ts';
import type { RunFacts } from './sop-runs.ts';
import { isMigrated, isTakenOver, runEnd } from './sop-runs.ts';

/** With fewer runs than these on either side nothing is said of a change. */
export const LEAST_RUNS = 10;

/**
 * What a change did to one measure. `tooFew`: fewer than `LEAST_RUNS` runs before or after. `helped` or
 * `worse`: the interval of the difference at 95% lies below, or above, zero as a whole. `unclear`: zero is
 * in it. Each measure is judged by itself, and a comparison of before with after cannot tell the change
 * of the SOP from others of the same time.
 */
export type Verdict = 'helped' | 'unclear' | 'worse' | 'tooFew';

export interface Effect {
  readonly measure: SopMeasure;
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** In milliseconds or as a ratio; null where one side says nothing. */
  readonly difference: Difference | null;
  readonly verdict: Verdict;
}

/** The runs of one version and what they say. */
export interface VersionFigures {
  readonly version: Pick<SopVersion, 'id' | 'number'>;
  readonly finished: readonly RunFacts[];
  readonly abandoned: readonly RunFacts[];
  readonly openCount: number;
  /** Of the finished: begun with another version. They are in no measure. */
  readonly migratedCount: number;
  /** Of the finished: begun by a colleague. They have no active time. */
  readonly takenOverCount: number;
  readonly estimates: Readonly<Record<SopMeasure, Estimate | null>>;
}

/** What the runs of one version say; runs of others are passed over. */
export function versionFigures(
  version: Pick<SopVersion, 'id' | 'number'>,
  all: readonly RunFacts[],
): VersionFigures {
  const own = all.filter(({ run }) => run.versionId === version.id);
  const ending = (end: ReturnType<typeof runEnd>) => own.filter(({ run }) => runEnd(run) === end);
  const finished = ending('finished');
  return {
    version,
    finished,
    abandoned: ending('abandoned'),
    openCount: ending('open').length,
    migratedCount: finished.filter(({ run }) => isMigrated(run)).length,
    takenOverCount: finished.filter(({ run }) => isTakenOver(run)).length,
    estimates: {
      activeTime: estimateOf('activeTime', finished),
      turnaround: estimateOf('turnaround', finished),
      errors: estimateOf('errors', finished),
      returned: estimateOf('returned', finished),
    },
  };
}

/** What came with a version, measure by measure, against the version that was run before it. */
export const effectsBetween = (before: VersionFigures, after: VersionFigures): readonly Effect[] =>
  SOP_MEASURES.map((measure) =>
    effectOf(measure, before.estimates[measure], after.estimates[measure]),
  );

function effectOf(measure: SopMeasure, before: Estimate | null, after: Estimate | null): Effect {
  const difference = before && after && differenceOf(measure, before, after);
  const least = Math.min(before?.runs.length ?? 0, after?.runs.length ?? 0);
  return { measure, before, after, difference, verdict: verdictOf(difference, least) };
}

function verdictOf(difference: Difference | null, leastRuns: number): Verdict {
  if (!difference || leastRuns < LEAST_RUNS) return 'tooFew';
  if (difference.high < 0) return 'helped';
  return difference.low > 0 ? 'worse' : 'unclear';
}

function differenceOf(measure: SopMeasure, before: Estimate, after: Estimate): Difference | null {
  if (!isTime(measure)) return proportionDifference(asProportion(before), asProportion(after));
  return medianDifference(timesOf(measure, before.runs), timesOf(measure, after.runs));
}

const asProportion = ({ value, low, high, ofCount }: Estimate) => ({
  ratio: value,
  lowRatio: low ?? 0,
  highRatio: high ?? 1,
  count: ofCount,
});
