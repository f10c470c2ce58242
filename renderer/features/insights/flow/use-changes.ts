import { useMemo } from 'react';
import type { Change, RateChange } from '#shared/metrics/insights/changes';
import type { ChangeMeasure, CountsBy } from '#shared/metrics/insights/change-measures';
import {
  CHANGE_MEASURES,
  changeBetween,
  countsBy,
  countsByVersion,
} from '#shared/metrics/insights/change-measures';
import type { FigureRow, Figures } from '#shared/metrics/insights/figure-rows';
import { isInScope } from '#shared/metrics/insights/group-by';
import { useLive } from '../../../data/live.ts';
import type { MadeOutput } from '../../../data/versioned-output.ts';
import { versionedOutput } from '../../../data/versioned-output.ts';
import type { FlowScope } from './flow-scope.ts';

/** What a change is parted by. */
export const CHANGE_BY = ['outcome', 'member', 'version'] as const;
export type ChangeBy = (typeof CHANGE_BY)[number];

export interface Changes {
  readonly change: Change | RateChange | null;
  /** SOPs of the versions that a change is parted by. */
  readonly sopOf: ReadonlyMap<string, string>;
  /** Too many runs to say by which SOP version. */
  readonly isTooMany: boolean;
}

/** The measures that anything was said of in either of the two; quantity of one outcome alone, for units cannot be added. */
export function measuresOf(figures: Figures, previous: Figures): readonly ChangeMeasure[] {
  const rows = [...figures.rows, ...previous.rows];
  const outcomes = new Set(rows.map(({ outcomeId }) => outcomeId));
  const cells = rows.map(cellOf);
  return CHANGE_MEASURES.filter((measure) => {
    if (measure === 'quantity' && outcomes.size > 1) return false;
    const whole = countsBy(cells, measure, () => '').get('');
    return whole !== undefined && whole.of > 0 && (whole.hits !== 0 || measure === 'completed');
  });
}

/** What changed between two stretches of days, and by what. Undefined until it was read. */
export function useChanges(
  flow: FlowScope,
  { figures, previous }: { readonly figures: Figures; readonly previous: Figures },
  measure: ChangeMeasure,
  by: ChangeBy,
): Changes | undefined {
  const { plan, scope, terms, period } = flow;
  const made = useLive(async () => {
    if (by !== 'version') return null;
    const memberIds = plan.members.map(({ id }) => id);
    return {
      before: await versionedOutput(memberIds, previous.range),
      after: await versionedOutput(memberIds, figures.range),
    };
  }, [
    by,
    plan.members,
    previous.range.fromDay,
    previous.range.toDay,
    figures.range.fromDay,
    figures.range.toDay,
  ]);
  return useMemo(() => {
    if (made === undefined || (by === 'version' && made === null)) return undefined;
    const [beforeMade, afterMade] = [made?.before ?? null, made?.after ?? null];
    const isTooMany = by === 'version' && (beforeMade === null || afterMade === null);
    const countsOf = (part: Figures, output: readonly MadeOutput[] | null): CountsBy => {
      const cells = part.rows.map(cellOf);
      if (by !== 'version') {
        return countsBy(cells, measure, (cell) =>
          by === 'member' ? cell.memberId : cell.outcomeId,
        );
      }
      const whole = countsBy(cells, measure, () => '').get('') ?? { hits: 0, of: 0 };
      const own = (output ?? []).filter(({ deliverable }) => isInScope(scope, deliverable));
      const days = { terms, range: part.range, daysBy: period.daysBy };
      return countsByVersion(own, measure, whole, days);
    };
    return {
      change: changeBetween(measure, countsOf(previous, beforeMade), countsOf(figures, afterMade)),
      sopOf: new Map(
        [...(beforeMade ?? []), ...(afterMade ?? [])].map(({ versionId, sopId }) => [
          versionId,
          sopId,
        ]),
      ),
      isTooMany,
    };
  }, [made, by, measure, figures, previous, scope, terms, period.daysBy]);
}

const cellOf = ({ memberId, outcomeId, totals }: FigureRow) => ({
  memberId,
  outcomeId,
  amounts: totals.amounts,
});
