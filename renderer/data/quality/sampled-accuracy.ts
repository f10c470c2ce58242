import type { DayRange } from '#shared/metrics/period';
import type { SampledAccuracy } from '#shared/quality/sampled-accuracy';
import { pooledAccuracy } from '#shared/quality/sampled-accuracy';
import type { QualityCheck } from '#shared/quality/quality-check';
import { useLive } from '../live.ts';
import type { Plan } from '../plan.ts';
import { checksInDays } from './samples.ts';

/** What limits a figure; an empty list limits nothing. */
interface AccuracyOf {
  readonly memberIds?: readonly string[];
  readonly outcomeIds?: readonly string[];
}

interface SampledFigures {
  /** What random samples say of work completed in those days. */
  readonly of: (what: AccuracyOf) => SampledAccuracy;
  /** The verdicts behind it. */
  readonly checksOf: (what: AccuracyOf) => readonly QualityCheck[];
}

/** Accuracy by sampled review, live; undefined until it is read. Read once for all members and outcomes. */
export function useSampledAccuracy(
  plan: Plan,
  { fromDay, toDay }: DayRange,
): SampledFigures | undefined {
  const memberIds = plan.members.map(({ id }) => id);
  return useLive(async () => {
    const checks = await checksInDays(memberIds, { fromDay, toDay });
    const checksOf = (what: AccuracyOf): readonly QualityCheck[] =>
      checks.filter(
        ({ memberId, outcomeId }) =>
          isAmong(memberId, what.memberIds) && isAmong(outcomeId, what.outcomeIds),
      );
    return { checksOf, of: (what) => pooledAccuracy(checksOf(what)) };
  }, [memberIds.join(' '), fromDay, toDay]);
}

const isAmong = (id: string, ids: readonly string[] = []): boolean =>
  ids.length === 0 || ids.includes(id);
