import type { DayKey } from '../day.ts';
import type { DayRange } from '../metrics/period.ts';
import { rangeAround, shiftRange } from '../metrics/period.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { SampleScope } from './quality-sample.ts';

/** A sample that an outcome's measure asks for and nobody has drawn. */
export interface DueSample {
  readonly outcomeId: string;
  readonly range: DayRange;
  /** How much of it is to be looked at, 0–1. */
  readonly shareRatio: number;
}

/**
 * Samples that are due: of every outcome whose accuracy is taken from a random share, the last whole period
 * of that measure (a week at least: nobody draws daily), unless a sample of everybody's work for it covers
 * those days. Whether there was any work in them is the caller's to look up.
 */
export function dueSamples(
  outcomes: readonly Outcome[],
  samples: readonly SampleScope[],
  today: DayKey,
): readonly DueSample[] {
  return outcomes.flatMap((outcome) => {
    const measure = outcome.measures.find(
      ({ kind, sampling }) => kind === 'accuracy' && sampling.kind === 'share',
    );
    if (outcome.isArchived || measure?.sampling.kind !== 'share') return [];
    const period = measure.period === 'day' ? 'week' : measure.period;
    const range = shiftRange(period, rangeAround(period, today), -1);
    const isBefore = outcome.startsOn !== '' && outcome.startsOn > range.toDay;
    if (isBefore || samples.some((sample) => covers(sample, outcome.id, range))) return [];
    return [{ outcomeId: outcome.id, range, shareRatio: measure.sampling.shareRatio }];
  });
}

const covers = (sample: SampleScope, outcomeId: string, { fromDay, toDay }: DayRange): boolean =>
  sample.memberIds.length === 0 &&
  (sample.outcomeIds.length === 0 || sample.outcomeIds.includes(outcomeId)) &&
  sample.fromDay <= fromDay &&
  sample.toDay >= toDay;
